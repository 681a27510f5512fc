#include "ui/session/SeasonSession.h"

#include "tracker/TrackerThread.h"

namespace parcferme {

SeasonSession::SeasonSession(TrackerThread& tracker, QObject* parent) : QObject(parent), tracker_(tracker) {}

SeasonSession::~SeasonSession()
{
    progress_.cancel();
}

void SeasonSession::setYear(int year)
{
    if (year_ == year)
        return;
    year_ = year;
    after_.reset();
    view_.reset();
    rounds_.clear();
    error_.reset();
    condition_.reset();
    ifSo_.reset();
    refresh();
}

void SeasonSession::setLookedAt(bool lookedAt)
{
    lookedAt_ = lookedAt;
    if (!lookedAt) {
        // What was begun is begun again when somebody looks.
        outdated_ = outdated_ || computing_;
        progress_.cancel();
        computing_ = false;
    } else if (outdated_) {
        read();
    } else {
        readNextRound();
    }
}

void SeasonSession::refresh()
{
    outdated_ = true;
    factsChanged_ = true;
    if (lookedAt_)
        read();
}

void SeasonSession::setAfter(const std::optional<int>& after)
{
    if (after_ == after)
        return;
    after_ = after;
    condition_.reset(); // of races that may be over, or not begun, at another round
    ifSo_.reset();
    outdated_ = true;
    if (lookedAt_)
        read();
}

void SeasonSession::setCondition(const std::optional<SeasonCondition>& condition)
{
    if (condition_ == condition)
        return;
    condition_ = condition;
    if (!condition) {
        ifSo_.reset();
        Q_EMIT changed();
        return;
    }
    askWhatIf();
}

void SeasonSession::read()
{
    if (year_ == 0)
        return;
    progress_.cancel();
    progress_ = Progress();
    outdated_ = false;
    computing_ = true;
    Q_EMIT changed();
    tracker_.ask(
        this,
        [year = year_, after = after_, progress = progress_](Tracker& tracker) {
            return tracker.season(year, after, progress);
        },
        [this, progress = progress_](Result<SeasonView> view) {
            if (!progress.cancelled()) // else something newer was asked for
                take(std::move(view));
        });
}

void SeasonSession::take(Result<SeasonView> view)
{
    computing_ = false;
    if (view) {
        // Other facts make another forecast; the same ones the very same.
        const bool same =
            view_ && view_->after == view->after && view_->forecast && view_->forecast == view->forecast;
        if (std::exchange(factsChanged_, false) && !same)
            rounds_.clear();
        view_ = std::make_shared<const SeasonView>(std::move(*view));
        rounds_[view_->after] = view_;
        error_.reset();
    } else {
        view_.reset();
        error_ = view.error();
    }
    Q_EMIT changed();
    if (condition_)
        askWhatIf();
    readNextRound();
}

void SeasonSession::readNextRound()
{
    if (!view_ || !lookedAt_ || computing_)
        return;
    std::vector<int> wanted = {0};
    wanted.insert(wanted.end(), view_->rounds.begin(), view_->rounds.end());
    // The newest first: it is what the change since the race before is made of.
    for (auto round = wanted.rbegin(); round != wanted.rend(); ++round) {
        if (*round >= view_->after || rounds_.contains(*round))
            continue;
        tracker_.ask(
            this,
            [year = year_, round = *round, progress = progress_](Tracker& tracker) {
                return tracker.season(year, round, progress);
            },
            [this, round = *round, progress = progress_](Result<SeasonView> view) {
                if (progress.cancelled() || !view)
                    return;
                rounds_[round] = std::make_shared<const SeasonView>(std::move(*view));
                Q_EMIT roundsChanged();
                readNextRound();
            });
        return;
    }
}

void SeasonSession::askWhatIf()
{
    if (!view_ || !condition_)
        return;
    tracker_.ask(
        this,
        [year = year_, after = view_->after, condition = *condition_,
         progress = progress_](Tracker& tracker) { return tracker.whatIf(year, after, condition, progress); },
        [this, condition = condition_](Result<season::Conditional> answer) {
            if (condition != condition_)
                return;
            if (answer)
                ifSo_ = std::move(*answer);
            else
                condition_.reset();
            Q_EMIT changed();
        });
}

} // namespace parcferme
