#include "export/PickOutput.h"

#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "domain/Words.h"
#include "export/Json.h"
#include "export/PredictionOutput.h"
#include "export/RaceOutput.h"
#include "export/ScoreFields.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace parcferme {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PickOutput", text);
}

QJsonArray orderJson(const std::vector<PickEntry>& entries)
{
    QJsonArray order;
    for (const PickEntry& entry : entries)
        order.append(json::row(pickEntryColumns(), entry));
    return order;
}

// Those that are beside every pick, null where they do not exist.
QJsonObject baselinesJson(const std::map<std::string, evaluation::Scores>& baselines)
{
    QJsonObject all;
    for (const char* name : {"grid", "qualifying", "form", "model"}) {
        const auto found = baselines.find(name);
        QJsonValue json;
        if (found != baselines.end()) {
            QJsonObject scores;
            for (const ScoreField& field : scoreFields(found->second))
                scores.insert(field.key, json::value(field.value));
            json = scores;
        }
        all.insert(QLatin1StringView(name), json);
    }
    return all;
}

QJsonObject scoresJson(const PickScoreView& view)
{
    QJsonObject object{{QStringLiteral("id"), view.stored.id},
                       {QStringLiteral("superseded"), view.stored.superseded},
                       {QStringLiteral("baselines"), baselinesJson(view.baselines)}};
    for (const Column<PickScores>& column : pickScoreColumns())
        if (column.type != ColumnType::Json)
            object.insert(QLatin1StringView(column.name), columnJson(column, view.stored));
    return object;
}

QJsonObject pickJson(const PickView& view)
{
    QJsonObject object = json::row(pickColumns(), view.pick);
    object.insert(QStringLiteral("kind"), toString(view.kind)); // by now
    object.insert(QStringLiteral("id"), view.pick.id);
    object.insert(QStringLiteral("hash"), QString::fromLatin1(view.pick.hash));
    object.insert(QStringLiteral("counts"), view.counts());
    object.insert(QStringLiteral("order"), orderJson(view.pick.entries));
    addVoucher(object, view.voucher);
    QJsonArray scores;
    for (const PickScoreView& one : view.scores)
        scores.append(scoresJson(one));
    object.insert(QStringLiteral("scores"), scores);
    return object;
}

QJsonValue draftJson(const PicksView& view)
{
    if (!view.draft)
        return {};
    QJsonArray places;
    for (const QString& driver : view.draft->places)
        places.append(json::value(driver));
    return QJsonObject{{QStringLiteral("places"), places},
                       {QStringLiteral("winner_chance"), json::value(view.draft->winnerChance)},
                       {QStringLiteral("saved_at"), toIso(view.draft->savedAt)},
                       {QStringLiteral("lacks"), json::value(view.lacks)}};
}

QJsonObject standingJson(const PickStanding& standing)
{
    return {{QStringLiteral("player"), json::value(standing.player)},
            {QStringLiteral("state"), toString(standing.state)},
            {QStringLiteral("filled"), standing.filled},
            {QStringLiteral("locked_at"), json::time(standing.lockedAt)},
            {QStringLiteral("hash"), json::value(QString::fromLatin1(standing.hash))}};
}

QJsonObject rowJson(const LeagueRow& row)
{
    QJsonArray races;
    for (const LeagueRace& race : row.byRace)
        races.append(QJsonObject{{QStringLiteral("points"), json::value(race.points)},
                                 {QStringLiteral("position_mae"), json::value(race.positionMae)},
                                 {QStringLiteral("ahead_of_grid"),
                                  race.aheadOfGrid ? QJsonValue(*race.aheadOfGrid) : QJsonValue()}});
    const auto& against = row.againstGrid;
    return {{QStringLiteral("rank"), json::value(row.rank)},
            {QStringLiteral("kind"), toString(row.kind)},
            {QStringLiteral("player"), json::value(row.player)},
            {QStringLiteral("points"), row.points},
            {QStringLiteral("races"), row.races},
            {QStringLiteral("position_mae"), row.races > 0 ? QJsonValue(row.meanError) : QJsonValue()},
            {QStringLiteral("against_grid"), against ? QJsonValue(against->mean) : QJsonValue()},
            {QStringLiteral("against_grid_low"), against ? QJsonValue(against->low) : QJsonValue()},
            {QStringLiteral("against_grid_high"), against ? QJsonValue(against->high) : QJsonValue()},
            {QStringLiteral("winners"), row.winners},
            {QStringLiteral("podiums"), row.podiums},
            {QStringLiteral("streak"), row.streak},
            {QStringLiteral("by_race"), races}};
}

QString nameOf(const LeagueRow& row)
{
    return row.kind == PlayerKind::Model  ? tr("Model")
           : row.kind == PlayerKind::Grid ? tr("Grid order")
                                          : row.player;
}

QVariant cell(const std::optional<int>& number)
{
    return number ? QVariant(*number) : QVariant();
}

} // namespace

QString toString(PickState state)
{
    switch (state) {
    case PickState::None:
        return QStringLiteral("none");
    case PickState::Draft:
        return QStringLiteral("draft");
    case PickState::Locked:
        return QStringLiteral("locked");
    case PickState::Late:
        return QStringLiteral("late");
    }
    return {};
}

QString toString(PlayerKind kind)
{
    return kind == PlayerKind::Model  ? QStringLiteral("model")
           : kind == PlayerKind::Grid ? QStringLiteral("grid")
                                      : QStringLiteral("person");
}

QJsonObject picksJson(const PicksView& view)
{
    QJsonArray others, standings;
    for (const PickView& other : view.others)
        others.append(pickJson(other));
    for (const PickStanding& standing : view.standings)
        standings.append(standingJson(standing));
    return {{QStringLiteral("race_id"), view.of.race},
            {QStringLiteral("session"), toString(view.of.session)},
            {QStringLiteral("player"), view.player},
            {QStringLiteral("state"), toString(view.state)},
            {QStringLiteral("start"), json::time(view.start)},
            {QStringLiteral("freeze_window"), windowJson(view.window)},
            {QStringLiteral("orders_shown"), view.ordersShown},
            {QStringLiteral("provisional_field"), view.provisionalField},
            {QStringLiteral("field"), orderJson(view.field)},
            {QStringLiteral("draft"), draftJson(view)},
            {QStringLiteral("mine"), view.mine ? QJsonValue(pickJson(*view.mine)) : QJsonValue()},
            {QStringLiteral("others"), others},
            {QStringLiteral("standings"), standings}};
}

Table picksTable(const PicksView& view)
{
    Table table;
    table.columns = {{QStringLiteral("position"), tr("Pos"), Show::Plain, true}};
    std::vector<QStringList> orders;
    const auto add = [&](const QString& player, const QStringList& drivers) {
        table.columns.push_back({player, player});
        orders.push_back(drivers);
    };
    const auto driversOf = [](const PickView& pick) {
        QStringList drivers;
        for (const PickEntry& entry : pick.pick.entries)
            drivers.append(entry.driver);
        return drivers;
    };
    if (view.mine)
        add(view.player, driversOf(*view.mine));
    else if (view.draft)
        add(view.player, view.draft->places);
    for (const PickView& other : view.others)
        if (view.ordersShown)
            add(other.pick.player, driversOf(other));
    for (qsizetype k = 0; k < static_cast<qsizetype>(view.field.size()) && !orders.empty(); ++k) {
        QVariantList row{static_cast<int>(k) + 1};
        for (const QStringList& drivers : orders)
            row.append(drivers.value(k).isEmpty() ? QVariant() : QVariant(drivers[k]));
        table.rows.push_back(row);
    }
    return table;
}

QJsonObject leagueJson(const League& league)
{
    QJsonArray races, players;
    for (const Race& race : league.races)
        races.append(QJsonObject{{QStringLiteral("race_id"), race.id},
                                 {QStringLiteral("year"), race.year},
                                 {QStringLiteral("round"), race.round},
                                 {QStringLiteral("name"), race.name}});
    for (const LeagueRow& row : league.rows)
        players.append(rowJson(row));
    return {{QStringLiteral("session"), toString(league.scope.session)},
            {QStringLiteral("races"), races},
            {QStringLiteral("players"), players}};
}

Table leagueTable(const League& league)
{
    Table table;
    table.columns = {{QStringLiteral("rank"), tr("Rank"), Show::Plain, true},
                     {QStringLiteral("player"), tr("Player")},
                     {QStringLiteral("kind"), tr("Kind"), Show::Hidden},
                     {QStringLiteral("points"), tr("Points"), Show::Plain, true},
                     {QStringLiteral("races"), tr("Races"), Show::Plain, true},
                     {QStringLiteral("position_mae"), tr("Mean error"), Show::Number2, true},
                     {QStringLiteral("against_grid"), tr("Against the grid"), Show::Number2, true},
                     {QStringLiteral("against_grid_low"), tr("from"), Show::Number2, true},
                     {QStringLiteral("against_grid_high"), tr("to"), Show::Number2, true},
                     {QStringLiteral("winners"), tr("Winners"), Show::Plain, true},
                     {QStringLiteral("podiums"), tr("Podiums"), Show::Plain, true},
                     {QStringLiteral("streak"), tr("Streak"), Show::Plain, true}};
    for (const LeagueRow& row : league.rows) {
        const auto& against = row.againstGrid;
        table.rows.push_back(
            {cell(row.rank), nameOf(row), toString(row.kind), row.points, row.races,
             row.races > 0 ? QVariant(row.meanError) : QVariant(),
             against ? QVariant(against->mean) : QVariant(), against ? QVariant(against->low) : QVariant(),
             against ? QVariant(against->high) : QVariant(), row.winners, row.podiums, row.streak});
    }
    return table;
}

} // namespace parcferme
