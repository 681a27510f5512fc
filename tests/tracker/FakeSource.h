#pragma once

#include "core/Clock.h"
#include "source/DataSource.h"

#include <map>

namespace parcferme {

// A source that says what the test put in, at the clock's time; or that cannot be reached.
class FakeSource final : public DataSource
{
public:
    explicit FakeSource(const Clock& clock) : clock_(clock) {}

    Calendar races;
    Qualifyings qualifyings;
    Results sprintSessions;
    Results resultSessions;
    bool reachable = true;
    bool knowsTime = true;
    qint64 aheadSeconds = 0; // of its clock against the machine's
    int asked = 0;
    std::vector<Query> queries;     // as they were asked
    DriversAndTeams named;          // by every answer
    std::map<Kind, Oddities> odd;   // what was odd in the answers of a kind
    std::map<Kind, Error> refusals; // the answers of a kind were read, and refused as a whole
    std::map<Kind, NoAnswer> older; // an older answer serves, and why
    Kinds kinds = Kind::Calendar | Kind::Qualifying | Kind::Sprints | Kind::Results;

    Kinds gives() const override { return kinds; }
    Answer<Calendar> calendar(Query query, Progress) override
    {
        queries.push_back(query);
        Calendar chosen;
        for (const CalendarRace& race : races)
            if (race.race.year == query.season)
                chosen.push_back(race);
        co_return answer(chosen, Kind::Calendar);
    }
    Answer<Qualifyings> qualifying(Query query, Progress) override
    {
        queries.push_back(query);
        co_return answer(of(qualifyings, query), Kind::Qualifying);
    }
    Answer<Results> sprints(Query query, Progress) override
    {
        co_return answer(of(sprintSessions, query), Kind::Sprints);
    }
    Answer<Results> results(Query query, Progress) override
    {
        queries.push_back(query);
        co_return answer(of(resultSessions, query), Kind::Results);
    }

    QString client() const override { return QStringLiteral("parcferme/test fake"); }
    QString cachePath() const override { return QStringLiteral("/nowhere"); }
    std::optional<RequestsLeft> requestsLeft() const override { return RequestsLeft{500 - asked, 500}; }

private:
    template <typename T>
    static std::vector<T> of(const std::vector<T>& sessions, const Query& query)
    {
        std::vector<T> chosen;
        for (const T& session : sessions)
            if (session.season == query.season && (!query.round || session.round == *query.round))
                chosen.push_back(session);
        return chosen;
    }

    template <typename T>
    Result<Fetched<T>> answer(T value, Kind kind)
    {
        if (!reachable)
            return fail(ErrorCode::Network, QStringLiteral("no route to the fake source."));
        ++asked;
        if (refusals.contains(kind))
            return tl::unexpected(refusals.at(kind));
        Fetched<T> fetched;
        if (odd.contains(kind))
            fetched.odd = odd.at(kind);
        fetched.value = std::move(value);
        fetched.named = named;
        fetched.fetchedAt = clock_.now();
        fetched.requests = 1;
        if (older.contains(kind)) {
            fetched.stale = true;
            fetched.noAnswer = older.at(kind);
        }
        if (knowsTime) {
            fetched.serverDate = clock_.now().addSecs(aheadSeconds);
            fetched.serverDateAt = clock_.now();
        }
        return fetched;
    }

    const Clock& clock_;
};

} // namespace parcferme
