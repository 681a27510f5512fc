#pragma once

#include "core/Progress.h"
#include "tracker/SeasonViews.h"

#include <QObject>

#include <map>

namespace parcferme {

class TrackerThread;

// The season that the window is about: as of a round, with what is expected of its rest, the same after each
// round before, and the answer to one "what if". Computed on the tracker's thread, a round at a time, so that
// other reads come between; only while somebody looks. What is known stays until the new is there.
class SeasonSession : public QObject
{
    Q_OBJECT
public:
    explicit SeasonSession(TrackerThread& tracker, QObject* parent = nullptr);
    ~SeasonSession() override;

    void setYear(int year);
    void setLookedAt(bool lookedAt);
    void refresh(); // a fact has changed
    // The round chosen; nothing: the newest.
    void setAfter(const std::optional<int>& after);
    void setCondition(const std::optional<SeasonCondition>& condition);

    int year() const { return year_; }
    const std::optional<int>& after() const { return after_; }
    // Null while none was read yet, or none could be: see error().
    const std::shared_ptr<const SeasonView>& view() const { return view_; }
    const std::optional<Error>& error() const { return error_; }
    bool isComputing() const { return computing_; } // something newer than view()
    // By round, those up to the one at hand that have been computed so far.
    using Rounds = std::map<int, std::shared_ptr<const SeasonView>>;
    const Rounds& rounds() const { return rounds_; }
    const std::optional<SeasonCondition>& condition() const { return condition_; }
    const std::optional<season::Conditional>& ifSo() const { return ifSo_; } // the answer to condition()

Q_SIGNALS:
    void changed(); // view, error, whether it computes, condition or answer
    void roundsChanged();

private:
    void read();
    void take(Result<SeasonView> view);
    void readNextRound();
    void askWhatIf();

    TrackerThread& tracker_;
    Progress progress_;
    int year_ = 0;
    bool lookedAt_ = false;
    bool outdated_ = true;
    bool factsChanged_ = false; // since the view was read
    bool computing_ = false;
    std::optional<int> after_;
    std::shared_ptr<const SeasonView> view_;
    std::optional<Error> error_;
    Rounds rounds_;
    std::optional<SeasonCondition> condition_;
    std::optional<season::Conditional> ifSo_;
};

} // namespace parcferme
