// The work that is sent to the tracker, and how its outcome is told.
#include "tables/Format.h"
#include "tracker/SeasonInRetrospect.h"
#include "ui/session/HeaderState.h"
#include "ui/session/RaceWords.h"
#include "ui/session/WindowModel.h"

#include <QCoreApplication>
#include <QPointer>

namespace parcferme {

template <typename Outcome, typename Work, typename Done>
void WindowModel::run(const QString& title, Work work, Done done, const QString& loss)
{
    if (busy_)
        return;
    busy_ = true;
    loss_ = loss;
    progress_ = Progress([self = QPointer(this)](const Progress::Step& step) {
        QMetaObject::invokeMethod(qApp, [self, step] {
            if (self && self->busy_)
                Q_EMIT self->workProgress(step.done, step.total, step.what);
        });
    });
    Q_EMIT workStarted(title);
    tracker_.ask(
        this,
        [work = std::move(work), progress = progress_](Tracker& tracker) { return work(tracker, progress); },
        [this, done = std::move(done)](Result<Outcome> outcome) {
            busy_ = false;
            Q_EMIT workFinished();
            readSoon(StatusPart);
            done(std::move(outcome));
        });
}

void WindowModel::predict()
{
    runPredict(of(), false, subject());
}

void WindowModel::preview()
{
    runPredict(of(), true, subject());
}

// Another race may be open when it is done, or when it is tried again.
void WindowModel::runPredict(const SessionKey& session, bool preview, const Subject& subject)
{
    PredictOptions options;
    options.preview = preview;
    run<PredictOutcome>(
        preview ? tr("Preview") : tr("Predict"),
        [session, options](Tracker& tracker, const Progress& progress) {
            return tracker.predict(session, options, progress);
        },
        [this, session, preview, subject](Result<PredictOutcome> outcome) {
            if (outcome)
                return tellPredicted(*outcome, subject);
            tellError(
                preview ? tr("No preview:") : tr("Nothing was frozen:"), outcome.error(),
                [this, session, preview, subject] { runPredict(session, preview, subject); }, subject);
        },
        preview ? QString() : tr("The prediction is being computed and is not frozen yet."));
}

void WindowModel::tellPredicted(const PredictOutcome& outcome, const Subject& subject)
{
    const Prediction& prediction = outcome.view.prediction;
    const QString notices = outcome.notices.join(u'\n');
    if (prediction.id == 0) {
        previews_.insert_or_assign(prediction.of(), std::make_shared<const ForecastView>(outcome.view));
        Q_EMIT raceChanged();
        if (!notices.isEmpty())
            Q_EMIT message({Severity::Info, tr("Preview made."), notices, {}, {}, subject});
        return;
    }
    previews_.erase(prediction.of());
    readSoon({RacesPart, RaceViewPart});
    const QString what = !outcome.created                          ? tr("It was frozen before.")
                         : prediction.kind == PredictionKind::Live ? tr("Frozen.")
                                                                   : tr("Predicted in retrospect.");
    QString kept = outcome.created
                       ? tr("The prediction is in the ledger, hash %1, and cannot be changed any more.")
                             .arg(HeaderWords::shortHash(prediction.hash))
                       : tr("The stored prediction is shown, unchanged.");
    if (!notices.isEmpty())
        kept += u'\n' + notices;
    Q_EMIT message({notices.isEmpty() ? Severity::Done : Severity::Warning, what, kept, {}, {}, subject});
}

void WindowModel::syncResults()
{
    runSync(of(), subject());
}

void WindowModel::runSync(const SessionKey& session, const Subject& subject)
{
    run<SyncOutcome>(
        tr("Sync results"),
        [session](Tracker& tracker, const Progress& progress) { return tracker.syncRace(session, progress); },
        [this, session, subject](const Result<SyncOutcome>& outcome) {
            if (!outcome)
                return tellError(
                    tr("The result could not be fetched:"), outcome.error(),
                    [this, session, subject] { runSync(session, subject); }, subject);
            readSoon({RacesPart, RaceViewPart});
            // A result that has just come may be one that is to be hidden.
            loadNewestRun([this, outcome = *outcome, subject] { tellSynced(outcome, subject); });
        });
}

void WindowModel::tellSynced(const SyncOutcome& outcome, const Subject& subject)
{
    Message told{outcome.sourceReached ? Severity::Done : Severity::Warning, {}, {}, {}, {}, subject};
    if (!outcome.revision) {
        told.what = tr("No official result yet.");
        told.severity = outcome.sourceReached ? Severity::Info : Severity::Warning;
    } else if (outcome.newEvaluation && outcome.evaluation) {
        told.what = tr("Judged: mean error %1 positions.")
                        .arg(format::number(outcome.evaluation->evaluation.positionMae, 2));
        told.whileHidden = tr("Judged.");
    } else if (outcome.newRevision) {
        told.what = tr("Official result stored, revision %1.").arg(*outcome.revision);
    } else {
        told.what = tr("Nothing new.");
    }
    QStringList words;
    if (outcome.revision && !outcome.evaluation)
        words << tr("There is no prediction to judge.");
    words << outcome.notices;
    told.kept = words.join(u'\n');
    Q_EMIT message(told);
}

void WindowModel::syncSeason()
{
    run<SeasonOutcome>(
        tr("Sync season %1").arg(season_),
        [year = season_](Tracker& tracker, const Progress& progress) {
            return tracker.syncSeason(year, progress);
        },
        [this](Result<SeasonOutcome> outcome) {
            if (outcome)
                return tellSeason(*outcome);
            tellError(tr("The season could not be fetched:"), outcome.error(), [this] { syncSeason(); });
        });
}

void WindowModel::refresh()
{
    run<SeasonOutcome>(
        tr("Refresh %1").arg(season_),
        [year = season_](Tracker& tracker, const Progress& progress) {
            return tracker.refresh(year, progress);
        },
        [this](Result<SeasonOutcome> outcome) {
            if (outcome)
                return tellSeason(*outcome);
            tellError(tr("The calendar could not be fetched:"), outcome.error(), [this] { refresh(); });
        });
}

void WindowModel::predictSeason()
{
    run<SeasonInRetrospect>(
        tr("Predict season %1 in retrospect").arg(season_),
        [year = season_](Tracker& tracker, const Progress& progress) {
            return predictInRetrospect(tracker, year, {Session::Race, Session::Sprint}, progress);
        },
        [this](const Result<SeasonInRetrospect>& outcome) {
            readSoon({RacesPart, RaceViewPart});
            if (outcome)
                return tellRetrospect(*outcome);
            tellError(tr("The season was not predicted:"), outcome.error(), [this] { predictSeason(); });
        });
}

void WindowModel::tellRetrospect(const SeasonInRetrospect& outcome)
{
    const int created = outcome.created();
    QStringList words;
    if (created > 0)
        words << tr("Each is a record of its own. Sync season judges them.");
    if (const int before = static_cast<int>(outcome.made.size()) - created; before > 0)
        words << tr("%n had been predicted before.", nullptr, before);
    QStringList refused;
    for (const SeasonInRetrospect::Refused& one : outcome.refused)
        refused << RaceWords::title(one.race, one.session) + QStringLiteral(": ") + one.why.text();
    if (!refused.isEmpty())
        words << tr("%n could not be predicted.", nullptr, static_cast<int>(refused.size()));
    const QString what =
        outcome.stopped
            ? tr("Stopped: %1 of %2 predicted in retrospect, which stay.").arg(created).arg(outcome.of)
            : tr("%n predicted in retrospect.", nullptr, created);
    Q_EMIT message({refused.isEmpty() && !outcome.stopped ? Severity::Done : Severity::Warning, what,
                    words.join(u' '), refused.join(u'\n'),
                    outcome.stopped ? [this] { predictSeason(); } : std::function<void()>()});
}

void WindowModel::tellSeason(const SeasonOutcome& outcome)
{
    readSoon({SeasonsPart, RacesPart, RaceViewPart});
    QStringList parts;
    if (outcome.newRaces > 0)
        parts << tr("%n new races", nullptr, outcome.newRaces);
    if (outcome.newQualifyings > 0)
        parts << tr("%n new qualifying classifications", nullptr, outcome.newQualifyings);
    if (outcome.newRevisions > 0)
        parts << tr("%n new results", nullptr, outcome.newRevisions);
    if (outcome.newEvaluations > 0)
        parts << tr("%n predictions judged", nullptr, outcome.newEvaluations);
    QStringList words;
    words << (parts.isEmpty() ? tr("Nothing new.") : parts.join(tr(", ")) + u'.');
    if (outcome.requests > 0)
        words.first() += u' ' + tr("%n requests.", nullptr, outcome.requests);
    words << outcome.notices;
    QString what = tr("Season %1 is up to date.").arg(outcome.year);
    if (outcome.undone && !outcome.sourceReached)
        what = tr("Season %1: the source was out of reach.").arg(outcome.year);
    else if (outcome.undone)
        what = tr("Season %1: not all that the source sent could be used.").arg(outcome.year);
    Q_EMIT message({outcome.undone ? Severity::Warning : Severity::Done,
                    what,
                    words.join(u'\n'),
                    {},
                    outcome.undone ? [this] { syncSeason(); } : std::function<void()>()});
}

void WindowModel::verify()
{
    run<LedgerReport>(
        tr("Verify ledger"),
        [](Tracker& tracker, const Progress& progress) { return tracker.verify(progress); },
        [this](const Result<LedgerReport>& report) {
            loadLedger();
            if (report)
                return tellVerified(*report);
            tellError(tr("The ledger could not be read:"), report.error(), [this] { verify(); });
        });
}

void WindowModel::tellVerified(const LedgerReport& report)
{
    if (!report.problems.isEmpty()) {
        Q_EMIT message({Severity::Error,
                        tr("The ledger does not fit."),
                        report.problems.first(),
                        report.problems.join(u'\n'),
                        {}});
        return;
    }
    QString words = tr("%n predictions in the chain", nullptr, report.length) + QStringLiteral(", ") +
                    tr("%n replayed.", nullptr, report.replayed);
    if (report.notReplayed > 0)
        words += u' ' + tr("%n of another model version, not replayed.", nullptr, report.notReplayed);
    if (!report.stampNotes.isEmpty())
        words += u' ' + tr("%n stamps count for nothing here.", nullptr, int(report.stampNotes.size()));
    Q_EMIT message(
        {Severity::Done,
         tr("The ledger is intact."),
         words,
         (QStringList{tr("Head: %1").arg(QString::fromLatin1(report.head))} + report.stampNotes).join(u'\n'),
         {}});
}

void WindowModel::backtest(int from, int to, Stage stage, Session session)
{
    loadPeople(); // that its bias is told of by name
    run<evaluation::Report>(
        tr("Backtest %1 to %2").arg(from).arg(to),
        [from, to, stage, session](Tracker& tracker, const Progress& progress) {
            return tracker.backtest(from, to, stage, session, progress);
        },
        [this, from, to, stage, session](Result<evaluation::Report> report) {
            if (!report)
                return tellError(tr("The backtest did not finish:"), report.error(),
                                 [this, from, to, stage, session] { backtest(from, to, stage, session); });
            backtest_ = std::make_shared<const evaluation::Report>(std::move(*report));
            leaveOutHidden([this, from, to, stage, session](const auto& shown) {
                Q_EMIT backtestDone(from, to, stage, session, shown);
            });
        },
        tr("The backtest has not finished, and what it has computed is not stored."));
}

void WindowModel::cancel()
{
    progress_.cancel();
}

} // namespace parcferme
