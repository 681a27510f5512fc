#include "tracker/Tracker.h"

#include "core/Version.h"
#include "domain/Knowledge.h"
#include "evaluation/Backtest.h"
#include "store/Backups.h"
#include "store/LedgerCheck.h"
#include "store/TableDump.h"
#include "tracker/Judging.h"
#include "tracker/LedgerProof.h"
#include "tracker/Overviews.h"
#include "tracker/RaceSearch.h"
#include "tracker/Recovery.h"
#include "tracker/Snapshot.h"
#include "tracker/TrackerParts.h"
#include "tracker/Verification.h"
#include "tracker/WindowNotes.h"

#include <QSet>

namespace parcferme {

namespace {

Result<std::vector<EvaluationView>> viewsOf(const std::vector<Evaluation>& evaluations)
{
    std::vector<EvaluationView> views;
    for (const Evaluation& evaluation : evaluations) {
        auto baselines = baselinesFromJson(evaluation.baselines);
        if (!baselines)
            return tl::unexpected(baselines.error());
        views.push_back({evaluation, std::move(*baselines)});
    }
    return views;
}

// The prediction that a page is about: the live one, else the retrospective one.
Result<std::optional<Prediction>> mainPrediction(const Tracker::Parts& parts, RaceId race)
{
    auto live = parts.predictions.find(race, PredictionKind::Live);
    if (!live || *live)
        return live;
    return parts.predictions.find(race, PredictionKind::Retrospective);
}

FreezeWindow windowOf(const Tracker::Parts& parts, const RaceRecord& record, const QDateTime& now)
{
    return freezeWindow(record.race, !record.qualifying.empty(), parts.settings.freezePolicy,
                        parts.settings.freezeLeadMinutes, now);
}

Result<RaceOverview> overview(Tracker::Parts& parts, const RaceRecord& record, const QDateTime& now)
{
    RaceFactsAtHand facts;
    facts.hasQualifying = !record.qualifying.empty();
    facts.hasResult = !record.revisions.empty();
    const auto prediction = mainPrediction(parts, record.race.id);
    if (!prediction)
        return tl::unexpected(prediction.error());
    if (!*prediction) {
        const auto seen = WindowNotes(*parts.database).wasSeen(record.race);
        if (!seen)
            return tl::unexpected(seen.error());
        facts.windowSeen = *seen;
    } else {
        facts.live = (*prediction)->kind == PredictionKind::Live;
        facts.retrospective = !facts.live;
        const auto evaluations = parts.evaluations.ofPrediction((*prediction)->id);
        if (!evaluations)
            return tl::unexpected(evaluations.error());
        auto views = viewsOf(*evaluations);
        if (!views)
            return tl::unexpected(views.error());
        if (!views->empty())
            facts.evaluation = std::move(views->front());
    }
    return overviewOf(record.race, facts, windowOf(parts, record, now), now);
}

// Only the people that a page can name.
People peopleOf(const RacePage& page, const QHash<QString, Driver>& drivers,
                const QHash<QString, Team>& teams)
{
    People people;
    const auto add = [&](const QString& driver, const QString& team, std::optional<int> number) {
        if (drivers.contains(driver))
            people.drivers.insert(driver, drivers.value(driver));
        if (teams.contains(team))
            people.teams.insert(team, teams.value(team));
        if (number)
            people.numbers.insert(driver, *number);
    };
    for (const QualifyingRow& row : page.qualifying)
        add(row.driver, row.team, row.number);
    for (const ResultRevision& revision : page.revisions)
        for (const ResultRow& row : revision.rows)
            add(row.driver, row.team, row.number);
    if (page.prediction)
        for (const PredictionEntry& entry : page.prediction->prediction.entries)
            add(entry.driver, entry.team, std::nullopt);
    return people;
}

// Before qualifying a preview has the field of the race before: it is named too.
void addEarlierField(People& people, const std::vector<RaceRecord>& records, RaceId race,
                     const QHash<QString, Driver>& drivers, const QHash<QString, Team>& teams)
{
    const ResultRevision* before = nullptr;
    for (const RaceRecord& record : records) {
        if (record.race.id == race)
            break;
        if (!record.revisions.empty())
            before = &record.revisions.back();
    }
    if (!before)
        return;
    for (const ResultRow& row : before->rows) {
        people.drivers.insert(row.driver, drivers.value(row.driver));
        people.teams.insert(row.team, teams.value(row.team));
        if (row.number && !people.numbers.contains(row.driver))
            people.numbers.insert(row.driver, *row.number);
    }
}

} // namespace

Tracker::Tracker(std::unique_ptr<Database> database, std::unique_ptr<DataSource> source, const Clock& clock,
                 Settings settings)
    : parts_(std::make_unique<Parts>(std::move(database), std::move(source), clock, std::move(settings)))
{
    parts_->status.database = parts_->database->location().display();
    if (parts_->settings.offline)
        parts_->status.reach = SourceStatus::Reach::Offline;
}

Tracker::~Tracker()
{
    // What is under way ends with Cancelled while the store it reports to is still here.
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

SourceStatus Tracker::sourceStatus() const
{
    SourceStatus status = parts_->status;
    status.requestsLeft = parts_->source->requestsLeft();
    return status;
}

Result<std::vector<int>> Tracker::seasons() const
{
    return parts_->races.seasons();
}

Result<std::vector<RaceOverview>> Tracker::races(int year) const
{
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = parts_->present().latest();
    std::vector<RaceOverview> overviews;
    for (const RaceRecord& record : **records) {
        if (record.race.year != year)
            continue;
        auto one = overview(*parts_, record, now);
        if (!one)
            return tl::unexpected(one.error());
        overviews.push_back(std::move(*one));
    }
    return overviews;
}

Result<Race> Tracker::findRace(int year, const QString& text) const
{
    const auto races = parts_->races.ofYear(year);
    if (!races)
        return tl::unexpected(races.error());
    return searchRace(*races, year, text);
}

Result<Race> Tracker::currentRace() const
{
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = parts_->clock.now();
    const Race* current = nullptr;
    for (const RaceRecord& record : **records) {
        if (record.race.status == RaceStatus::Cancelled)
            continue;
        current = &record.race;
        // A race is what one looks at until the day after it.
        if (record.race.startOrDate().addDays(1) > now)
            break;
    }
    if (!current)
        return fail(ErrorCode::NotYet, QStringLiteral("No race is stored."),
                    QStringLiteral("Refresh fetches the calendar."));
    return *current;
}

Result<RacePage> Tracker::page(RaceId race) const
{
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    const auto record = recordOf(**records, race);
    const auto prediction = mainPrediction(*parts_, race);
    const auto evaluations = parts_->evaluations.ofRace(race);
    const auto manual = parts_->sessions.manualGrid(race);
    const auto circuits = parts_->races.circuits();
    const auto drivers = parts_->races.drivers();
    const auto teams = parts_->races.teams();
    for (const Error* error : {record ? nullptr : &record.error(), prediction ? nullptr : &prediction.error(),
                               evaluations ? nullptr : &evaluations.error(),
                               manual ? nullptr : &manual.error(), circuits ? nullptr : &circuits.error(),
                               drivers ? nullptr : &drivers.error(), teams ? nullptr : &teams.error()})
        if (error)
            return tl::unexpected(*error);
    RacePage page;
    auto overviewed = overview(*parts_, **record, parts_->present().latest());
    auto views = viewsOf(*evaluations);
    if (!overviewed || !views)
        return tl::unexpected(!overviewed ? overviewed.error() : views.error());
    page.overview = std::move(*overviewed);
    page.evaluations = std::move(*views);
    page.circuit = circuits->value((*record)->race.circuit);
    page.qualifying = (*record)->qualifying;
    page.manualGrid = *manual;
    page.revisions = (*record)->revisions;
    if (*prediction) {
        auto view = viewFromSnapshot(**prediction);
        if (!view)
            return tl::unexpected(view.error());
        page.prediction = std::move(*view);
        // Its own evaluations stand first: a race may have a retrospective prediction beside the live one.
        std::stable_partition(page.evaluations.begin(), page.evaluations.end(),
                              [&](const EvaluationView& evaluation) {
                                  return evaluation.evaluation.prediction == (*prediction)->id;
                              });
    }
    page.people = peopleOf(page, *drivers, *teams);
    if (page.qualifying.empty() && page.revisions.empty())
        addEarlierField(page.people, **records, race, *drivers, *teams);
    return page;
}

Result<People> Tracker::people() const
{
    auto drivers = parts_->races.drivers();
    auto teams = parts_->races.teams();
    if (!drivers || !teams)
        return tl::unexpected(!drivers ? drivers.error() : teams.error());
    return People{std::move(*drivers), std::move(*teams), {}};
}

Result<TrackRecord> Tracker::record(std::optional<int> from, std::optional<int> to) const
{
    const auto records = parts_->records();
    if (!records)
        return tl::unexpected(records.error());
    Judging judging(**records);
    std::vector<evaluation::JudgedRace> live, retrospective;
    for (const RaceRecord& record : **records) {
        if (record.revisions.empty() || record.race.year < from.value_or(0) ||
            record.race.year > to.value_or(9999))
            continue;
        for (const PredictionKind kind : {PredictionKind::Live, PredictionKind::Retrospective}) {
            const auto prediction = parts_->predictions.find(record.race.id, kind);
            if (!prediction)
                return tl::unexpected(prediction.error());
            if (!*prediction)
                continue;
            const auto evaluations = parts_->evaluations.ofPrediction((*prediction)->id);
            if (!evaluations)
                return tl::unexpected(evaluations.error());
            if (evaluations->empty())
                continue;
            const auto view = viewFromSnapshot(**prediction);
            if (!view)
                return tl::unexpected(view.error());
            auto judged = judging.judge(record, record.revisions.back(), view->forecast);
            if (!judged)
                return tl::unexpected(judged.error());
            (kind == PredictionKind::Live ? live : retrospective).push_back(std::move(*judged));
        }
    }
    return TrackRecord{evaluation::summarise(std::move(live)),
                       evaluation::summarise(std::move(retrospective))};
}

Status Tracker::setManualGrid(RaceId race, const std::vector<ManualGrid::Slot>& places)
{
    const auto page = this->page(race);
    if (!page)
        return tl::unexpected(page.error());
    const QString name = QStringLiteral("%1 %2").arg(page->overview.race.name).arg(page->overview.race.year);
    if (parts_->present().latest() >= page->overview.race.startOrDate())
        return fail(ErrorCode::PolicyRefused,
                    QStringLiteral("%1 has started: its grid is no longer entered by hand.").arg(name));
    QSet<QString> entered;
    for (const QualifyingRow& row : page->qualifying)
        entered.insert(row.driver);
    if (entered.isEmpty())
        return fail(ErrorCode::NotYet,
                    QStringLiteral("%1 has no qualifying classification yet, so its grid cannot be "
                                   "entered.")
                        .arg(name));
    QSet<QString> named;
    QSet<int> taken;
    for (const ManualGrid::Slot& place : places) {
        if (!entered.contains(place.driver))
            return fail(ErrorCode::Usage,
                        QStringLiteral("\"%1\" is not entered in %2.").arg(place.driver, name));
        if (named.contains(place.driver) || (place.grid > 0 && taken.contains(place.grid)))
            return fail(ErrorCode::Usage,
                        QStringLiteral("%1 or his place stands twice in the grid.").arg(place.driver));
        named.insert(place.driver);
        taken.insert(place.grid);
    }
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
        return fail(ErrorCode::Usage, QStringLiteral("The span from %1 to %2 is empty.").arg(from).arg(to));
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
        progress.report(done, total, QStringLiteral("Backtest"));
        return !progress.cancelled();
    });
    if (!report)
        return fail(ErrorCode::Cancelled, QStringLiteral("The backtest was stopped."));
    if (report->races.empty())
        return fail(ErrorCode::Usage,
                    QStringLiteral("No race from %1 to %2 can be forecast: forecasts begin in 2008 and "
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

Result<LedgerReport> Tracker::verify(Progress progress, const std::optional<QByteArray>& proof) const
{
    if (!proof)
        return verifyLedger(*parts_->database, progress);
    const auto parsed = parseProof(*proof);
    if (!parsed)
        return tl::unexpected(parsed.error());
    auto report = verifyLedger(*parts_->database, progress);
    if (!report)
        return report;
    const auto fits = proofFits(*parts_->database, *parsed);
    if (!fits && fits.error().code != ErrorCode::Verification)
        return tl::unexpected(fits.error());
    if (!fits)
        report->problems.append(fits.error().message);
    report->proofLength = parsed->length;
    return report;
}

Result<QByteArray> Tracker::proof() const
{
    const auto checked = LedgerCheck(*parts_->database).run();
    if (!checked)
        return tl::unexpected(checked.error());
    return proofText({checked->predictions, checked->head, parts_->clock.now(),
                      QStringLiteral("parcferme/" PARCFERME_VERSION)});
}

} // namespace parcferme
