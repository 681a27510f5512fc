#include "tracker/Tracker.h"

#include "store/Backups.h"
#include "store/TableDump.h"
#include "tracker/FreezeWatch.h"
#include "tracker/LeagueReading.h"
#include "tracker/LedgerKeeping.h"
#include "tracker/PickReading.h"
#include "tracker/Picking.h"
#include "tracker/Predicting.h"
#include "tracker/Reading.h"
#include "tracker/RecordReading.h"
#include "tracker/Recovery.h"
#include "tracker/Scouting.h"
#include "tracker/SeasonReading.h"
#include "tracker/Syncing.h"

namespace parcferme {

// Each stands on those before it.
struct Tracker::UseCases
{
    UseCases(std::unique_ptr<Database> database, std::unique_ptr<DataSource> source, const Clock& clock,
             Settings settings, std::unique_ptr<TimestampAuthority> authority, FurtherSources further)
        : database(std::move(database)), source(std::move(source)), further(std::move(further)), clock(clock),
          settings(std::move(settings)),
          ledger(*this->database, contact, clock, this->settings, std::move(authority))
    {
    }

    std::unique_ptr<Database> database;
    std::unique_ptr<DataSource> source;
    FurtherSources further;
    const Clock& clock;
    Settings settings;
    StoredFacts facts{*database};
    SourceContact contact{*database, *source, facts, clock, settings};
    Reading reading{*database, facts, contact, clock, settings};
    RecordReading records{*database, facts, clock};
    SeasonReading seasons{*database, facts, clock};
    FreezeWatch freezeWatch{*database, clock, settings};
    Scouting scouting{*database, further, facts, clock};
    Predicting predicting{*database, *source, scouting, contact, facts, clock, settings};
    Syncing syncing{*database, *source, contact, facts, reading, clock};
    PickReading pickReading{*database, facts, contact, settings};
    Picking picking{*database, *source, contact, facts, pickReading, clock, settings};
    LeagueReading leagueReading{*database, facts};
    LedgerKeeping ledger;
};

Tracker::Tracker(std::unique_ptr<Database> database, std::unique_ptr<DataSource> source, const Clock& clock,
                 Settings settings, std::unique_ptr<TimestampAuthority> authority,
                 std::vector<std::unique_ptr<DataSource>> further)
    : use_(std::make_unique<UseCases>(std::move(database), std::move(source), clock, std::move(settings),
                                      std::move(authority), std::move(further)))
{
}

Tracker::~Tracker()
{
    // What is under way ends with Cancelled while the store it reports to is still here.
    use_->ledger.stop();
    use_->source.reset();
    use_->further.clear();
}

void Tracker::tell(const ChangeSet& changes)
{
    if (!changes.isEmpty())
        Q_EMIT changed(changes);
}

QCoro::Task<Result<PredictOutcome>> Tracker::predict(SessionKey of, PredictOptions options, Progress progress)
{
    ChangeSet changes;
    auto outcome = co_await use_->predicting.predict(of, std::move(options), std::move(progress), changes);
    tell(changes);
    if (outcome && outcome->created)
        Q_EMIT frozen(of);
    co_return outcome;
}

Status Tracker::setManualGrid(const SessionKey& of, const std::vector<ManualGrid::Slot>& places,
                              const std::vector<Driver>& additions)
{
    ChangeSet changes;
    const Status status = use_->predicting.setManualGrid(of, places, additions, changes);
    tell(changes);
    return status;
}

Status Tracker::savePickDraft(const PickDraft& draft)
{
    ChangeSet changes;
    const Status status = use_->picking.saveDraft(draft, changes);
    tell(changes);
    return status;
}

QCoro::Task<Result<PickOutcome>> Tracker::lockPick(SessionKey of, Progress progress)
{
    ChangeSet changes;
    auto outcome = co_await use_->picking.lock(of, std::move(progress), changes);
    tell(changes);
    if (outcome && outcome->created)
        Q_EMIT pickLocked(of);
    co_return outcome;
}

Result<Tracker::PickNews> Tracker::watchPicks()
{
    ChangeSet changes;
    auto news = use_->picking.look(changes);
    tell(changes);
    if (!news)
        return tl::unexpected(news.error());
    for (const SessionKey& of : news->locked)
        Q_EMIT pickLocked(of);
    return PickNews{std::move(news->locked), std::move(news->incomplete)};
}

Result<bool> Tracker::hasPickDrafts() const
{
    return use_->picking.hasDrafts();
}

Result<PicksView> Tracker::picks(const SessionKey& of) const
{
    return use_->pickReading.picks(of);
}

Result<QStringList> Tracker::pickOrder(const SessionKey& of, PickStart from) const
{
    return use_->pickReading.order(of, from);
}

Result<League> Tracker::league(const LeagueScope& scope) const
{
    return use_->leagueReading.league(scope);
}

Result<evaluation::Report> Tracker::pickRecord(const RecordScope& scope) const
{
    return use_->pickReading.record(scope);
}

Result<Driver> Tracker::driverOfGrid(const SessionKey& of, const QString& words) const
{
    return use_->predicting.driverOfGrid(of, words);
}

QCoro::Task<Result<SyncOutcome>> Tracker::syncRace(SessionKey of, Progress progress)
{
    ChangeSet changes;
    auto outcome = co_await use_->syncing.syncRace(of, progress, changes);
    if (outcome) {
        const auto told = co_await use_->scouting.look(of, Scouting::beside(), std::move(progress), changes);
        if (told)
            outcome->notices += *told;
        else
            outcome = tl::unexpected(told.error());
    }
    tell(changes);
    co_return outcome;
}

QCoro::Task<Result<SeasonOutcome>> Tracker::syncSeason(int year, Progress progress)
{
    ChangeSet changes;
    auto outcome = co_await use_->syncing.syncSeason(year, std::move(progress), changes);
    tell(changes);
    co_return outcome;
}

QCoro::Task<Result<SeasonOutcome>> Tracker::refresh(int year, Progress progress)
{
    ChangeSet changes;
    auto outcome = co_await use_->syncing.refresh(year, progress, changes);
    const auto told = co_await use_->scouting.refresh(std::move(progress), changes);
    if (outcome && told)
        outcome->notices += *told;
    else if (outcome)
        outcome = tl::unexpected(told.error());
    tell(changes);
    co_return outcome;
}

QCoro::Task<Status> Tracker::readCalendar(int year, Progress progress)
{
    ChangeSet changes;
    const auto status = co_await use_->syncing.readCalendar(year, std::move(progress), changes);
    tell(changes);
    co_return status;
}

QCoro::Task<Result<QStringList>> Tracker::lookAhead(Progress progress)
{
    ChangeSet changes;
    auto told = co_await use_->scouting.lookAhead(std::move(progress), changes);
    tell(changes);
    co_return told;
}

Result<bool> Tracker::noteMissed(const Race& race, Session session)
{
    ChangeSet changes;
    const auto news = use_->freezeWatch.noteMissed(race, session, changes);
    tell(changes);
    return news;
}

QCoro::Task<Result<std::optional<LedgerStamp>>> Tracker::stampHead(Progress progress)
{
    auto stamped = co_await use_->ledger.stampHead(std::move(progress));
    if (stamped && *stamped)
        Q_EMIT ledgerStamped();
    co_return stamped;
}

Result<QString> Tracker::backUpDaily()
{
    auto made = Backups(use_->settings.database).makeDaily(*use_->database, use_->clock.now());
    if (!made && made.error().code == ErrorCode::DamagedDatabase)
        return tl::unexpected(withBackupAdvice(made.error(), use_->settings));
    return made;
}

Result<std::vector<StoredTable>> Tracker::tables() const
{
    auto contents = TableDump(*use_->database).all();
    if (!contents)
        return tl::unexpected(contents.error());
    std::vector<StoredTable> tables;
    for (TableDump::Contents& table : *contents)
        tables.push_back({table.name, table.columns, std::move(table.rows)});
    return tables;
}

Result<std::vector<int>> Tracker::seasons() const
{
    return use_->reading.seasons();
}

Result<std::vector<RaceOverview>> Tracker::races(int year) const
{
    return use_->reading.races(year);
}

Result<Race> Tracker::findRace(int year, const QString& text) const
{
    return use_->reading.findRace(year, text);
}

Result<Race> Tracker::currentRace() const
{
    return use_->reading.currentRace();
}

Result<std::vector<Race>> Tracker::searchRaces(const QString& text) const
{
    return use_->reading.searchRaces(text);
}

Result<std::optional<Race>> Tracker::newestRun() const
{
    return use_->reading.newestRun();
}

Result<Race> Tracker::race(RaceId race) const
{
    return use_->reading.race(race);
}

Result<RaceDetails> Tracker::details(const SessionKey& of) const
{
    return use_->reading.details(of);
}

Result<std::optional<ForecastView>> Tracker::prediction(const SessionKey& of) const
{
    return use_->reading.prediction(of);
}

Result<std::optional<ResultRevision>> Tracker::newestResult(const SessionKey& of) const
{
    return use_->reading.newestResult(of);
}

Result<std::vector<EvaluationView>> Tracker::evaluations(const SessionKey& of) const
{
    return use_->reading.evaluations(of);
}

Result<std::optional<Weather>> Tracker::weather(const SessionKey& of) const
{
    return use_->reading.weather(of);
}

Result<People> Tracker::people() const
{
    return use_->reading.people();
}

Result<TrackRecord> Tracker::record(const RecordScope& scope) const
{
    return use_->records.record(scope);
}

Result<int> Tracker::judgedRaces() const
{
    return use_->records.judgedRaces();
}

Result<evaluation::Report> Tracker::backtest(int from, int to, Stage stage, Session session,
                                             Progress progress) const
{
    return use_->records.backtest(from, to, stage, session, std::move(progress));
}

Result<evaluation::Report> Tracker::leftOut(const evaluation::Report& report, const HiddenRaces& hidden) const
{
    return use_->records.leftOut(report, hidden);
}

Result<std::vector<RaceRecord>> Tracker::records() const
{
    const auto records = use_->facts.records();
    if (!records)
        return tl::unexpected(records.error());
    return **records;
}

Result<SeasonView> Tracker::season(int year, const std::optional<int>& after, const Progress& progress) const
{
    return use_->seasons.season(year, after, progress);
}

Result<season::Conditional> Tracker::whatIf(int year, int after, const SeasonCondition& condition,
                                            const Progress& progress) const
{
    return use_->seasons.whatIf(year, after, condition, progress);
}

const Settings& Tracker::settings() const
{
    return use_->settings;
}

Result<QString> Tracker::storedState() const
{
    return use_->database->state();
}

SourceStatus Tracker::sourceStatus() const
{
    return use_->contact.status();
}

QDateTime Tracker::present() const
{
    return use_->contact.present().latest();
}

Status Tracker::noteOpenWindows()
{
    return use_->freezeWatch.noteOpenWindows();
}

Result<LedgerState> Tracker::ledger() const
{
    return use_->ledger.ledger();
}

Result<QByteArray> Tracker::proof() const
{
    return use_->ledger.proof();
}

Result<LedgerReport> Tracker::verify(const Progress& progress, const std::optional<QByteArray>& proof)
{
    return use_->ledger.verify(progress, proof).map_error([this](const Error& error) {
        return withBackupAdvice(error, use_->settings);
    });
}

} // namespace parcferme
