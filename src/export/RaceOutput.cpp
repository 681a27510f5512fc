#include "export/RaceOutput.h"

#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "domain/Words.h"
#include "export/Json.h"
#include "export/PredictionOutput.h"

#include <QCoreApplication>

namespace parcferme {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("RaceOutput", text);
}

QVariant cell(const std::optional<double>& number)
{
    return number ? QVariant(*number) : QVariant();
}

QVariant cell(const std::optional<int>& number)
{
    return number ? QVariant(*number) : QVariant();
}

QVariant cell(const std::optional<QDateTime>& time)
{
    return time ? QVariant(*time) : QVariant();
}

QJsonObject sprintJson(const SessionState& sprint)
{
    return {{QStringLiteral("state"), toString(sprint.state)},
            {QStringLiteral("freeze_window"), windowJson(sprint.window)},
            {QStringLiteral("has_grid"), sprint.hasQualifying},
            {QStringLiteral("has_result"), sprint.hasResult},
            {QStringLiteral("position_mae"), json::value(sprint.positionMae)},
            {QStringLiteral("grid_position_mae"), json::value(sprint.gridMae)}};
}

} // namespace

QJsonObject windowJson(const FreezeWindow& window)
{
    return {{QStringLiteral("freeze_policy"), toString(window.policy)},
            {QStringLiteral("opens"), json::time(window.opens)},
            {QStringLiteral("estimated"), window.estimated},
            {QStringLiteral("closes"), json::time(window.closes)},
            {QStringLiteral("open"), window.open}};
}

QString toString(RaceState state)
{
    switch (state) {
    case RaceState::Scheduled:
        return QStringLiteral("scheduled");
    case RaceState::WindowOpen:
        return QStringLiteral("window_open");
    case RaceState::Frozen:
        return QStringLiteral("frozen");
    case RaceState::Void:
        return QStringLiteral("void");
    case RaceState::EvaluatedLive:
        return QStringLiteral("evaluated_live");
    case RaceState::EvaluatedRetrospective:
        return QStringLiteral("evaluated_retrospective");
    case RaceState::Retrospective:
        return QStringLiteral("retrospective");
    case RaceState::Missed:
        return QStringLiteral("missed");
    case RaceState::NotFetched:
        return QStringLiteral("not_fetched");
    case RaceState::NotPredicted:
        return QStringLiteral("not_predicted");
    case RaceState::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

QJsonObject raceJson(const RaceOverview& overview)
{
    const Race& race = overview.race;
    const auto sprint = overview.at(Session::Sprint);
    return {{QStringLiteral("id"), race.id},
            {QStringLiteral("year"), race.year},
            {QStringLiteral("round"), race.round},
            {QStringLiteral("name"), race.name},
            {QStringLiteral("circuit"), race.circuit},
            {QStringLiteral("event_date"), race.eventDate.toString(Qt::ISODate)},
            {QStringLiteral("start"), json::time(race.start)},
            {QStringLiteral("qualifying"), json::time(race.qualifyingStart)},
            {QStringLiteral("sprint"), json::time(race.sprintStart)},
            {QStringLiteral("laps"), json::value(race.laps)},
            {QStringLiteral("locality"), json::value(race.locality)},
            {QStringLiteral("country"), json::value(race.country)},
            {QStringLiteral("status"), toString(race.status)},
            {QStringLiteral("state"), toString(overview.state)},
            {QStringLiteral("freeze_window"), windowJson(overview.window)},
            {QStringLiteral("has_qualifying"), overview.hasQualifying},
            {QStringLiteral("has_result"), overview.hasResult},
            {QStringLiteral("position_mae"), json::value(overview.positionMae)},
            {QStringLiteral("grid_position_mae"), json::value(overview.gridMae)},
            {QStringLiteral("sprint_prediction"), sprint ? sprintJson(*sprint) : QJsonValue()}};
}

QJsonArray racesJson(const std::vector<RaceOverview>& races)
{
    QJsonArray array;
    for (const RaceOverview& race : races)
        array.append(raceJson(race));
    return array;
}

Table racesTable(const std::vector<RaceOverview>& races)
{
    Table table;
    table.columns = {{QStringLiteral("id"), tr("Id"), Show::Hidden, true},
                     {QStringLiteral("year"), tr("Year"), Show::Plain, true},
                     {QStringLiteral("round"), tr("Round"), Show::Plain, true},
                     {QStringLiteral("name"), tr("Race")},
                     {QStringLiteral("circuit"), tr("Circuit")},
                     {QStringLiteral("event_date"), tr("Date")},
                     {QStringLiteral("start"), tr("Start (UTC)")},
                     {QStringLiteral("country"), tr("Country"), Show::Hidden},
                     {QStringLiteral("status"), tr("Status"), Show::Hidden},
                     {QStringLiteral("state"), tr("State")},
                     {QStringLiteral("position_mae"), tr("MAE"), Show::Number2, true},
                     {QStringLiteral("grid_position_mae"), tr("Grid MAE"), Show::Number2, true},
                     {QStringLiteral("sprint_state"), tr("Sprint")},
                     {QStringLiteral("sprint_position_mae"), tr("Sprint MAE"), Show::Number2, true}};
    for (const RaceOverview& o : races) {
        const auto sprint = o.at(Session::Sprint);
        table.rows.push_back({o.race.id, o.race.year, o.race.round, o.race.name, o.race.circuit,
                              o.race.eventDate, cell(o.race.start), o.race.country, toString(o.race.status),
                              toString(o.state), cell(o.positionMae), cell(o.gridMae),
                              sprint ? QVariant(toString(sprint->state)) : QVariant(),
                              sprint ? cell(sprint->positionMae) : QVariant()});
    }
    return table;
}

QJsonArray resultsJson(const ResultRevision& revision)
{
    QJsonArray array;
    for (const ResultRow& row : revision.rows) {
        QJsonObject object = json::row(resultColumns(), row);
        object.insert(QStringLiteral("revision"), revision.revision);
        object.insert(QStringLiteral("fetched_at"), json::time(revision.fetchedAt));
        object.insert(QStringLiteral("source"), revision.source);
        array.append(object);
    }
    return array;
}

Table resultsTable(const ResultRevision& revision)
{
    Table table;
    table.columns = {{QStringLiteral("position"), tr("Pos"), Show::Plain, true},
                     {QStringLiteral("driver"), tr("Driver")},
                     {QStringLiteral("team"), tr("Team")},
                     {QStringLiteral("time"), tr("Time s"), Show::Number3, true},
                     {QStringLiteral("status"), tr("Status")},
                     {QStringLiteral("points"), tr("Points"), Show::Plain, true},
                     {QStringLiteral("classified"), tr("Classified")},
                     {QStringLiteral("laps"), tr("Laps"), Show::Plain, true},
                     {QStringLiteral("grid"), tr("Grid"), Show::Plain, true},
                     {QStringLiteral("revision"), tr("Revision"), Show::Hidden, true}};
    for (const ResultRow& row : revision.rows)
        table.rows.push_back({row.position, row.driver, row.team, cell(row.time), row.status, row.points,
                              row.classified(), cell(row.laps), cell(row.grid), revision.revision});
    return table;
}

QJsonObject syncJson(const SyncOutcome& outcome)
{
    return {{QStringLiteral("race_id"), outcome.of.race},
            {QStringLiteral("session"), toString(outcome.of.session)},
            {QStringLiteral("evaluation_id"),
             outcome.evaluation ? QJsonValue(outcome.evaluation->evaluation.id) : QJsonValue()},
            {QStringLiteral("revision"), json::value(outcome.revision)},
            {QStringLiteral("new_revision"), outcome.newRevision},
            {QStringLiteral("new_evaluation"), outcome.newEvaluation},
            {QStringLiteral("source_reached"), outcome.sourceReached},
            {QStringLiteral("notices"), QJsonArray::fromStringList(outcome.notices)}};
}

QJsonObject seasonJson(const SeasonOutcome& outcome)
{
    return {{QStringLiteral("year"), outcome.year},
            {QStringLiteral("new_races"), outcome.newRaces},
            {QStringLiteral("new_revisions"), outcome.newRevisions},
            {QStringLiteral("new_evaluations"), outcome.newEvaluations},
            {QStringLiteral("requests"), outcome.requests},
            {QStringLiteral("source_reached"), outcome.sourceReached},
            {QStringLiteral("notices"), QJsonArray::fromStringList(outcome.notices)}};
}

QJsonObject ledgerJson(const LedgerReport& report)
{
    QJsonArray predictions;
    for (const VouchedPrediction& prediction : report.predictions) {
        QJsonObject object{{QStringLiteral("id"), prediction.id},
                           {QStringLiteral("race"), prediction.race},
                           {QStringLiteral("kind"), toString(prediction.kind)},
                           {QStringLiteral("hash"), QString::fromLatin1(prediction.hash)}};
        addVoucher(object, prediction.voucher);
        predictions.append(object);
    }
    QJsonArray picks;
    for (const VouchedPick& pick : report.vouchedPicks) {
        QJsonObject object{{QStringLiteral("id"), pick.id},
                           {QStringLiteral("race"), pick.race},
                           {QStringLiteral("player"), pick.player},
                           {QStringLiteral("kind"), toString(pick.kind)},
                           {QStringLiteral("hash"), QString::fromLatin1(pick.hash)}};
        addVoucher(object, pick.voucher);
        picks.append(object);
    }
    return {{QStringLiteral("ok"), report.problems.isEmpty()},
            {QStringLiteral("length"), report.length},
            {QStringLiteral("replayed"), report.replayed},
            {QStringLiteral("not_replayed"), report.notReplayed},
            {QStringLiteral("head"), QString::fromLatin1(report.head)},
            {QStringLiteral("picks"), report.picks},
            {QStringLiteral("picks_head"), QString::fromLatin1(report.picksHead)},
            {QStringLiteral("vouched_picks"), picks},
            {QStringLiteral("problems"), QJsonArray::fromStringList(report.problems)},
            {QStringLiteral("stamp_notes"), QJsonArray::fromStringList(report.stampNotes)},
            {QStringLiteral("predictions"), predictions}};
}

Table ledgerTable(const LedgerReport& report)
{
    Table table;
    table.columns = {{QStringLiteral("ok"), tr("Fits")},
                     {QStringLiteral("length"), tr("Predictions"), Show::Plain, true},
                     {QStringLiteral("replayed"), tr("Replayed"), Show::Plain, true},
                     {QStringLiteral("not_replayed"), tr("Not replayed"), Show::Plain, true},
                     {QStringLiteral("head"), tr("Head")},
                     {QStringLiteral("picks"), tr("Picks"), Show::Plain, true},
                     {QStringLiteral("picks_head"), tr("Head of the picks")},
                     {QStringLiteral("problem"), tr("Problem"), Show::Hidden}};
    table.rows.push_back({report.problems.isEmpty(), report.length, report.replayed, report.notReplayed,
                          QString::fromLatin1(report.head), report.picks,
                          QString::fromLatin1(report.picksHead), report.problems.value(0)});
    return table;
}

} // namespace parcferme
