#pragma once

#include "core/Clock.h"
#include "source/DataSource.h"

#include <map>

namespace parcferme {

// A further source that says what the test put in, at the clock's time; or that gives no answer.
class FakeFurther final : public DataSource
{
public:
    FakeFurther(const Clock& clock, const char* name) : clock_(clock), name_(QString::fromLatin1(name)) {}

    std::map<Session, GridState> grids;
    std::map<Session, WeatherHours> hours;
    std::optional<Error> trouble;
    std::optional<NoAnswer> noAnswer; // an older answer serves
    std::vector<SessionQuery> asked;
    Kinds kinds;

    Kinds gives() const override { return kinds; }
    Answer<GridState> grid(SessionQuery query, Progress) override
    {
        asked.push_back(query);
        co_return answer(grids[query.session]);
    }
    Answer<WeatherHours> weather(SessionQuery query, Progress) override
    {
        asked.push_back(query);
        co_return answer(hours[query.session]);
    }

    QString client() const override { return QStringLiteral("parcferme/test ") + name_; }
    QString cachePath() const override { return QStringLiteral("/nowhere"); }
    std::optional<RequestsLeft> requestsLeft() const override { return std::nullopt; }

private:
    template <typename T>
    Result<Fetched<T>> answer(T value) const
    {
        if (trouble)
            return tl::unexpected(*trouble);
        Fetched<T> fetched;
        fetched.value = std::move(value);
        fetched.fetchedAt = clock_.now();
        fetched.noAnswer = noAnswer;
        fetched.stale = noAnswer.has_value();
        return fetched;
    }

    const Clock& clock_;
    QString name_;
};

} // namespace parcferme
