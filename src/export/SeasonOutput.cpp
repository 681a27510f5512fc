#include "export/SeasonOutput.h"

#include "domain/Words.h"
#include "export/Json.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace parcferme {

namespace {

using season::Contestants;
using season::Expectation;
using season::Standing;

QString tr(const char* text)
{
    return QCoreApplication::translate("SeasonOutput", text);
}

const season::Standings& tableOf(const SeasonView& view, Contestants side)
{
    return side == Contestants::Drivers ? view.drivers : view.teams;
}

const Expectation* expectationOf(const season::SeasonOutlook& outlook, Contestants side,
                                 const std::string& id)
{
    const auto& expected = side == Contestants::Drivers ? outlook.drivers : outlook.teams;
    const auto found = std::ranges::find(expected, id, &Expectation::id);
    return found == expected.end() ? nullptr : &*found;
}

const Expectation* expectationOf(const SeasonView& view, Contestants side, const Standing& line)
{
    return view.forecast ? expectationOf(view.forecast->outlook, side, line.id) : nullptr;
}

// Certain where it is decided; else as simulated.
std::optional<double> titleChance(const SeasonView& view, Contestants side, const Standing& line)
{
    if (tableOf(view, side).decided)
        return line.contest.champion ? 1 : 0;
    const Expectation* expected = expectationOf(view, side, line);
    return expected ? std::optional(expected->pTitle) : std::nullopt;
}

QJsonValue jsonOf(const std::optional<double>& value)
{
    return json::value(value);
}

QJsonObject lineJson(const SeasonView& view, Contestants side, const Standing& line)
{
    const Expectation* expected = expectationOf(view, side, line);
    const auto of = [&](double value) { return expected ? QJsonValue(value) : QJsonValue(); };
    QJsonObject object;
    if (side == Contestants::Drivers)
        object.insert(QStringLiteral("driver"), QString::fromStdString(line.id));
    object.insert(QStringLiteral("team"), QString::fromStdString(line.team));
    object.insert(QStringLiteral("position"), line.position > 0 ? QJsonValue(line.position) : QJsonValue());
    object.insert(QStringLiteral("points"), line.points);
    object.insert(QStringLiteral("wins"), line.wins);
    object.insert(QStringLiteral("podiums"), line.podiums);
    object.insert(QStringLiteral("expected_points"), of(expected ? expected->final.mean : 0));
    object.insert(QStringLiteral("points_low"), of(expected ? expected->final.low : 0));
    object.insert(QStringLiteral("points_high"), of(expected ? expected->final.high : 0));
    object.insert(QStringLiteral("p_title"), jsonOf(titleChance(view, side, line)));
    object.insert(QStringLiteral("can_win"), line.contest.canWin);
    object.insert(QStringLiteral("needs"),
                  line.contest.needs ? QJsonValue(line.contest.needs->points) : QJsonValue());
    return object;
}

QJsonArray linesJson(const SeasonView& view, Contestants side)
{
    QJsonArray lines;
    for (const Standing& line : tableOf(view, side).lines)
        lines.append(lineJson(view, side, line));
    return lines;
}

QJsonValue ifSoJson(const SeasonView& view, Contestants side, const season::Conditional& ifSo)
{
    if (!ifSo.outlook)
        return {};
    QJsonArray lines;
    for (const Standing& line : tableOf(view, side).lines) {
        const Expectation* expected = expectationOf(*ifSo.outlook, side, line.id);
        if (!expected)
            continue;
        const bool driver = side == Contestants::Drivers;
        lines.append(QJsonObject{{driver ? QStringLiteral("driver") : QStringLiteral("team"),
                                  QString::fromStdString(driver ? line.id : line.team)},
                                 {QStringLiteral("expected_points"), expected->final.mean},
                                 {QStringLiteral("points_low"), expected->final.low},
                                 {QStringLiteral("points_high"), expected->final.high},
                                 {QStringLiteral("p_title"), expected->pTitle}});
    }
    return lines;
}

QVariant cell(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

QString toString(SeasonCondition::Kind kind)
{
    switch (kind) {
    case SeasonCondition::Kind::OnThePodium:
        return QStringLiteral("podium");
    case SeasonCondition::Kind::DoesNotScore:
        return QStringLiteral("no-points");
    case SeasonCondition::Kind::Wins:
        break;
    }
    return QStringLiteral("wins");
}

QJsonObject seasonViewJson(const SeasonView& view)
{
    return {
        {QStringLiteral("season"), view.year},
        {QStringLiteral("after"), view.after},
        {QStringLiteral("simulations"), view.forecast ? qint64(view.forecast->outlook.simulations) : 0},
        {QStringLiteral("variance_scale"), view.forecast ? QJsonValue(view.forecast->scale) : QJsonValue()},
        {QStringLiteral("drivers"), linesJson(view, Contestants::Drivers)},
        {QStringLiteral("teams"), linesJson(view, Contestants::Teams)}};
}

QJsonObject seasonViewJson(const SeasonView& view, const SeasonCondition& condition,
                           const season::Conditional& ifSo)
{
    QJsonObject object = seasonViewJson(view);
    object.insert(QStringLiteral("what_if"),
                  QJsonObject{{QStringLiteral("driver"), condition.driver},
                              {QStringLiteral("kind"), toString(condition.kind)},
                              {QStringLiteral("round"), condition.round},
                              {QStringLiteral("session"), toString(condition.session)},
                              {QStringLiteral("simulations"), qint64(ifSo.simulations)},
                              {QStringLiteral("drivers"), ifSoJson(view, Contestants::Drivers, ifSo)},
                              {QStringLiteral("teams"), ifSoJson(view, Contestants::Teams, ifSo)}});
    return object;
}

Table seasonTable(const SeasonView& view, Contestants side, const season::Conditional* ifSo)
{
    const bool drivers = side == Contestants::Drivers;
    Table table;
    table.columns = {{QStringLiteral("position"), tr("Pos"), Show::Plain, true}};
    if (drivers)
        table.columns.push_back({QStringLiteral("driver"), tr("Driver")});
    table.columns.push_back({QStringLiteral("team"), tr("Team")});
    table.columns.insert(table.columns.end(),
                         {{QStringLiteral("points"), tr("Points"), Show::Plain, true},
                          {QStringLiteral("wins"), tr("Wins"), Show::Plain, true},
                          {QStringLiteral("podiums"), tr("Podiums"), Show::Plain, true},
                          {QStringLiteral("expected_points"), tr("Expected"), Show::Number1, true},
                          {QStringLiteral("points_low"), tr("10 %"), Show::Plain, true},
                          {QStringLiteral("points_high"), tr("90 %"), Show::Plain, true},
                          {QStringLiteral("p_title"), tr("Title %"), Show::Percent, true},
                          {QStringLiteral("can_win"), tr("Can win"), Show::Hidden},
                          {QStringLiteral("needs"), tr("Needs"), Show::Plain, true}});
    if (ifSo) {
        table.columns.push_back(
            {QStringLiteral("expected_points_if"), tr("Expected if so"), Show::Number1, true});
        table.columns.push_back({QStringLiteral("p_title_if"), tr("Title % if so"), Show::Percent, true});
    }
    for (const Standing& line : tableOf(view, side).lines) {
        const Expectation* expected = expectationOf(view, side, line);
        QVariantList row = {line.position > 0 ? QVariant(line.position) : QVariant()};
        if (drivers)
            row << QString::fromStdString(line.id);
        row << QString::fromStdString(line.team) << line.points << line.wins << line.podiums;
        row << (expected ? QVariant(expected->final.mean) : QVariant())
            << (expected ? QVariant(expected->final.low) : QVariant())
            << (expected ? QVariant(expected->final.high) : QVariant());
        row << cell(titleChance(view, side, line)) << line.contest.canWin
            << (line.contest.needs ? QVariant(line.contest.needs->points) : QVariant());
        if (ifSo) {
            const Expectation* then = ifSo->outlook ? expectationOf(*ifSo->outlook, side, line.id) : nullptr;
            row << (then ? QVariant(then->final.mean) : QVariant())
                << (then ? QVariant(then->pTitle) : QVariant());
        }
        table.rows.push_back(row);
    }
    return table;
}

} // namespace parcferme
