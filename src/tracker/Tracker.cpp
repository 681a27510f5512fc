#include "tracker/Tracker.h"

#include "core/Sentence.h"
#include "core/Version.h"
#include "domain/Knowledge.h"
#include "evaluation/Backtest.h"
#include "store/Backups.h"
#include "store/LedgerCheck.h"
#include "store/TableDump.h"
#include "tracker/GridCheck.h"
#include "tracker/LedgerProof.h"
#include "tracker/LedgerState.h"
#include "tracker/Recovery.h"
#include "tracker/Snapshot.h"
#include "tracker/TrackerParts.h"
#include "tracker/Verification.h"
#include "tracker/Vouching.h"
#include "tracker/WindowNotes.h"

#include <QLoggingCategory>

namespace parcferme {

namespace {

Q_LOGGING_CATEGORY(trackerLog, "parcferme.tracker", QtWarningMsg)

void keepNewest(std::optional<QDateTime>& newest, const std::optional<QDateTime>& time)
{
    if (time && (!newest || *newest < *time))
        newest = time;
}

} // namespace

Tracker::Tracker(std::unique_ptr<Database> database, std::unique_ptr<DataSource> source, const Clock& clock,
                 Settings settings, std::unique_ptr<TimestampAuthority> authority)
    : parts_(std::make_unique<Parts>(std::move(database), std::move(source), clock, std::move(settings),
                                     std::move(authority)))
{
    parts_->status.database = parts_->database->location().display();
    if (parts_->settings.offline)
        parts_->status.reach = SourceStatus::Reach::Offline;
}

Tracker::~Tracker()
{
    // What is under way ends with Cancelled while the store it reports to is still here.
    parts_->stamping.stop();
    parts_->source.reset();
}

const Settings& Tracker::settings() const
{
    return parts_->settings;
}

QDateTime Tracker::present() const
{
    return parts_->present().latest();
}

Status Tracker::noteOpenWindows()
{
    constexpr int DaysAhead = 7; // no window is longer
    const QDateTime now = parts_->clock.now();
    const auto races = parts_->races.ofYear(now.date().year());
    if (!races)
        return tl::unexpected(races.error());
    WindowNotes notes(*parts_->database);
    for (const Race& race : *races) {
        if (race.startOrDate() <= now || race.startOrDate() > now.addDays(DaysAhead))
            continue;
        const auto qualifying = parts_->sessions.qualifying(race.id);
        if (!qualifying)
            return tl::unexpected(qualifying.error());
        const FreezeWindow window =
            freezeWindow(race, !qualifying->rows.empty(), parts_->settings.freezePolicy,
                         parts_->settings.freezeLeadMinutes, now);
        if (!window.open)
            continue;
        if (auto status = notes.noteSeen(race); !status)
            return status;
    }
    return {};
}

Result<bool> Tracker::noteMissed(const Race& race)
{
    WindowNotes notes(*parts_->database);
    if (auto status = notes.noteSeen(race); !status)
        return tl::unexpected(status.error());
    const auto news = notes.noteMissed(race);
    if (news && *news)
        Q_EMIT raceChanged(race.id);
    return news;
}

Result<QString> Tracker::storedState() const
{
    return parts_->database->state();
}

SourceStatus Tracker::sourceStatus() const
{
    SourceStatus status = parts_->status;
    if (const auto requests = parts_->source->requestsLeft()) {
        status.requestsLeft = requests->left;
        status.requestsPerHour = requests->perHour;
    }
    const auto records = parts_->records();
    if (!records)
        return status;
    // What earlier sessions fetched has an age too.
    for (const RaceRecord& record : **records) {
        keepNewest(status.dataFrom, record.qualifyingFetchedAt);
        for (const ResultRevision& revision : record.revisions)
            if (revision.source == QLatin1StringView(HistorySource))
                keepNewest(status.historyUntil, record.race.startOrDate());
            else
                keepNewest(status.dataFrom, revision.fetchedAt);
    }
    return status;
}

Result<std::vector<int>> Tracker::seasons() const
{
    return parts_->races.seasons();
}

Status Tracker::setManualGrid(RaceId race, const std::vector<ManualGrid::Slot>& places)
{
    const auto found = parts_->races.byId(race);
    if (!found)
        return tl::unexpected(found.error());
    const auto qualifying = parts_->sessions.qualifying(race);
    if (!qualifying)
        return tl::unexpected(qualifying.error());
    if (auto status = checkGrid(*found, qualifying->rows, places, parts_->present().latest()); !status)
        return status;
    ManualGrid grid;
    grid.race = race;
    grid.enteredAt = parts_->clock.now();
    grid.places = places;
    if (auto status = parts_->sessions.setManualGrid(grid); !status)
        return status;
    Q_EMIT raceChanged(race);
    return {};
}

Result<evaluation::Report> Tracker::backtest(int from, int to, Stage stage, Progress progress) const
{
    if (from > to)
        return fail(ErrorCode::Usage, Sentence::tr("The span from %1 to %2 is empty.").arg(from).arg(to));
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = parts_->clock.now();
    std::vector<predictor::RaceFacts> races;
    for (const RaceRecord& record : **records)
        if (record.race.year <= to)
            if (const ResultRevision* result = resultKnownAt(record, now))
                races.push_back(factsWithResult(record, *result));
    auto report = evaluation::backtest(races, {from, to, toPredictorStage(stage)}, [&](int done, int total) {
        progress.report(done, total, Sentence::tr("Backtest"));
        return !progress.cancelled();
    });
    if (!report)
        return fail(ErrorCode::Cancelled, Sentence::tr("The backtest was stopped."));
    if (report->races.empty())
        return fail(ErrorCode::Usage,
                    Sentence::tr("No race from %1 to %2 can be forecast: forecasts begin in 2008 and "
                                 "need a result.")
                        .arg(from)
                        .arg(to));
    return std::move(*report);
}

Result<QString> Tracker::backUpDaily()
{
    auto made = Backups(parts_->settings.database).makeDaily(*parts_->database, parts_->clock.now());
    if (!made && made.error().code == ErrorCode::DamagedDatabase)
        return tl::unexpected(withBackupAdvice(made.error(), parts_->settings));
    return made;
}

Result<std::vector<StoredTable>> Tracker::tables() const
{
    auto contents = TableDump(*parts_->database).all();
    if (!contents)
        return tl::unexpected(contents.error());
    std::vector<StoredTable> tables;
    for (TableDump::Contents& table : *contents)
        tables.push_back({table.name, table.columns, std::move(table.rows)});
    return tables;
}

Result<LedgerReport> Tracker::verify(const Progress& progress, const std::optional<QByteArray>& proof)
{
    const auto parsed = proof ? parseProof(*proof).map([](const LedgerProof& p) { return std::optional(p); })
                              : Result<std::optional<LedgerProof>>(std::nullopt);
    if (!parsed)
        return tl::unexpected(parsed.error());
    auto report = verifyLedger(*parts_->database, progress);
    if (!report)
        return report;
    if (report->problems.isEmpty()) { // else it is not known what the stamps are over
        auto stamps = checkStamps(*parts_->database, parts_->settings.timestampCertificates);
        if (!stamps)
            return tl::unexpected(stamps.error());
        report->problems = stamps->problems;
        report->stampNotes = stamps->notes;
        report->predictions = std::move(stamps->predictions);
    }
    if (*parsed) {
        const auto fits = proofFits(*parts_->database, **parsed);
        if (!fits && fits.error().code != ErrorCode::Verification)
            return tl::unexpected(fits.error());
        if (!fits)
            report->problems.append(fits.error().message);
        report->proofLength = (*parsed)->length;
    }
    // What was found counts even where it cannot be noted, on a full disk for example.
    if (const auto noted = noteCheck(*parts_->database, *report, parts_->clock.now()); !noted)
        qCWarning(trackerLog).noquote() << "The check was not noted:" << noted.error().text();
    return report;
}

Result<LedgerState> Tracker::ledger() const
{
    auto state = ledgerState(*parts_->database);
    if (state) {
        state->authority = parts_->settings.timestampUrl.host();
        state->stampTrouble = parts_->stamping.trouble();
    }
    return state;
}

Result<QByteArray> Tracker::proof() const
{
    const auto checked = LedgerCheck(*parts_->database).run();
    if (!checked)
        return tl::unexpected(checked.error());
    const auto stamps = checkStamps(*parts_->database, parts_->settings.timestampCertificates);
    if (!stamps)
        return tl::unexpected(stamps.error());
    return proofText({checked->predictions, checked->head, parts_->clock.now(),
                      QStringLiteral("parcferme/" PARCFERME_VERSION), stamps->predictions});
}

QCoro::Task<Result<std::optional<LedgerStamp>>> Tracker::stampHead(Progress progress)
{
    const auto present = [parts = parts_.get()] {
        const Present now = parts->present();
        return now.server.value_or(now.machine);
    };
    auto stamped = co_await parts_->stamping.stampHead(present, std::move(progress));
    if (stamped && *stamped)
        Q_EMIT ledgerStamped();
    co_return stamped;
}

} // namespace parcferme
