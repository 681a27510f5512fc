#include "export/ReportOutput.h"

#include "export/Json.h"
#include "export/ScoreFields.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace parcferme {

namespace {

using evaluation::Report;

QString tr(const char* text)
{
    return QCoreApplication::translate("ReportOutput", text);
}

template <typename Source>
QJsonObject scoresJson(const Source& scores)
{
    QJsonObject object;
    for (const ScoreField& field : scoreFields(scores))
        object.insert(field.key, json::value(field.value));
    return object;
}

QJsonObject summaryJson(const evaluation::Summary& summary)
{
    QJsonObject object = scoresJson(summary);
    object.insert(QStringLiteral("races"), summary.races);
    return object;
}

QJsonObject intervalJson(const evaluation::Interval& interval)
{
    return {{QStringLiteral("mean"), interval.mean},
            {QStringLiteral("low"), interval.low},
            {QStringLiteral("high"), interval.high},
            {QStringLiteral("races"), interval.races}};
}

QJsonObject periodJson(const evaluation::Period& period)
{
    QJsonObject model = summaryJson(period.model);
    model.insert(QStringLiteral("skill"), period.skill ? intervalJson(*period.skill) : QJsonValue());
    if (period.calibrationError)
        model.insert(QStringLiteral("calibration_error"), intervalJson(*period.calibrationError));
    QJsonObject baselines, differences;
    for (const auto& [name, summary] : period.baselines)
        baselines.insert(QString::fromStdString(name), summaryJson(summary));
    for (const auto& [name, scores] : period.differences) {
        QJsonObject object;
        for (const auto& [score, interval] : scores)
            object.insert(QString::fromStdString(score), intervalJson(interval));
        differences.insert(QString::fromStdString(name), object);
    }
    return {{QStringLiteral("model"), model},
            {QStringLiteral("baselines"), baselines},
            {QStringLiteral("differences"), differences}};
}

QJsonObject raceJson(const evaluation::JudgedRace& race)
{
    QJsonArray order;
    for (const std::string& driver : race.order)
        order.append(QString::fromStdString(driver));
    QJsonObject pWin, baselines;
    for (const auto& [driver, p] : race.pWin)
        pWin.insert(QString::fromStdString(driver), p);
    for (const auto& [name, scores] : race.baselines)
        baselines.insert(QString::fromStdString(name), scoresJson(scores));
    QJsonObject model = scoresJson(race.model);
    model.insert(QStringLiteral("starters"), race.model.starters);
    model.insert(QStringLiteral("confidence_score"), race.confidence);
    model.insert(QStringLiteral("calibration_error"), race.calibrationError);
    return {{QStringLiteral("year"), race.season},
            {QStringLiteral("round"), race.round},
            {QStringLiteral("name"), QString::fromStdString(race.name)},
            {QStringLiteral("order"), order},
            {QStringLiteral("p_win"), pWin},
            {QStringLiteral("model"), model},
            {QStringLiteral("baselines"), baselines}};
}

QJsonObject reliabilityJson(const evaluation::Reliability& reliability)
{
    QJsonArray bins;
    for (const evaluation::ReliabilityBin& bin : reliability.bins)
        bins.append(QJsonObject{{QStringLiteral("low"), bin.low},
                                {QStringLiteral("high"), bin.high},
                                {QStringLiteral("count"), bin.count},
                                {QStringLiteral("hits"), bin.hits},
                                {QStringLiteral("mean_forecast"), bin.meanForecast},
                                {QStringLiteral("observed"), bin.observed},
                                {QStringLiteral("observed_low"), bin.observedLow},
                                {QStringLiteral("observed_high"), bin.observedHigh}});
    return {{QStringLiteral("ece"), json::value(reliability.ece)}, {QStringLiteral("bins"), bins}};
}

QJsonArray skillJson(const std::vector<evaluation::SkillPoint>& points)
{
    QJsonArray array;
    for (const evaluation::SkillPoint& point : points)
        array.append(QJsonObject{{QStringLiteral("year"), point.season},
                                 {QStringLiteral("round"), point.round},
                                 {QStringLiteral("races"), point.races},
                                 {QStringLiteral("skill"), point.skill},
                                 {QStringLiteral("low"), point.low},
                                 {QStringLiteral("high"), point.high}});
    return array;
}

QJsonArray biasJson(const std::vector<evaluation::DriverBias>& drivers)
{
    QJsonArray array;
    for (const evaluation::DriverBias& bias : drivers)
        array.append(QJsonObject{{QStringLiteral("driver"), QString::fromStdString(bias.driver)},
                                 {QStringLiteral("team"), QString::fromStdString(bias.team)},
                                 {QStringLiteral("races"), bias.races},
                                 {QStringLiteral("bias"), bias.bias}});
    return array;
}

QVariant cell(const std::optional<double>& number)
{
    return number ? QVariant(*number) : QVariant();
}

std::vector<TableColumn> seasonColumns()
{
    return {{QStringLiteral("season"), tr("Season")},
            {QStringLiteral("races"), tr("Races"), Show::Plain, true},
            {QStringLiteral("position_mae"), tr("MAE"), Show::Number2, true},
            {QStringLiteral("grid_position_mae"), tr("Grid"), Show::Number2, true},
            {QStringLiteral("difference"), tr("Difference"), Show::Number2, true},
            {QStringLiteral("difference_low"), tr("95 % from"), Show::Number2, true},
            {QStringLiteral("difference_high"), tr("to"), Show::Number2, true},
            {QStringLiteral("winner_correct"), tr("Winner %"), Show::Percent, true},
            {QStringLiteral("grid_winner_correct"), tr("Grid %"), Show::Percent, true},
            {QStringLiteral("podium_accuracy"), tr("Podium %"), Show::Percent, true},
            {QStringLiteral("grid_podium_accuracy"), tr("Grid %"), Show::Percent, true},
            {QStringLiteral("rps"), tr("RPS"), Show::Number4, true},
            {QStringLiteral("grid_rps"), tr("Grid RPS"), Show::Number4, true},
            {QStringLiteral("skill"), tr("Skill"), Show::Number3, true}};
}

QVariantList seasonRow(const evaluation::Period& period)
{
    evaluation::Summary grid;
    if (const auto found = period.baselines.find("grid"); found != period.baselines.end())
        grid = found->second;
    QVariantList difference(3);
    if (const auto scores = period.differences.find("grid"); scores != period.differences.end())
        if (const auto mae = scores->second.find("position_mae"); mae != scores->second.end())
            difference = {mae->second.mean, mae->second.low, mae->second.high};
    QVariantList row{period.season ? QVariant(*period.season) : QVariant(QStringLiteral("all")),
                     period.model.races, cell(period.model.positionMae), cell(grid.positionMae)};
    row += difference;
    row += {cell(period.model.winnerCorrect),
            cell(grid.winnerCorrect),
            cell(period.model.podiumAccuracy),
            cell(grid.podiumAccuracy),
            cell(period.model.rps),
            cell(grid.rps),
            period.skill ? QVariant(period.skill->mean) : QVariant()};
    return row;
}

} // namespace

QJsonObject reportJson(const Report& report)
{
    QJsonObject object = periodJson(report.all);
    QJsonArray seasons, races;
    for (const evaluation::Period& period : report.seasons) {
        QJsonObject season = periodJson(period);
        season.insert(QStringLiteral("year"), json::value(period.season));
        seasons.append(season);
    }
    for (const evaluation::JudgedRace& race : report.races)
        races.append(raceJson(race));
    object.insert(QStringLiteral("seasons"), seasons);
    object.insert(QStringLiteral("races"), races);
    object.insert(QStringLiteral("skill"), skillJson(report.skill));
    object.insert(QStringLiteral("reliability"),
                  QJsonObject{{QStringLiteral("win"), reliabilityJson(report.win)},
                              {QStringLiteral("podium"), reliabilityJson(report.podium)},
                              {QStringLiteral("points"), reliabilityJson(report.points)},
                              {QStringLiteral("pairs"), reliabilityJson(report.pairs)}});
    object.insert(QStringLiteral("bias"), biasJson(report.bias));
    return object;
}

QJsonObject recordJson(const TrackRecord& record)
{
    return {{QStringLiteral("live"), reportJson(record.live)},
            {QStringLiteral("retrospective"), reportJson(record.retrospective)}};
}

Table seasonsTable(const Report& report)
{
    Table table;
    table.columns = seasonColumns();
    if (report.all.model.races == 0)
        return table;
    table.rows.push_back(seasonRow(report.all));
    for (const evaluation::Period& period : report.seasons)
        table.rows.push_back(seasonRow(period));
    return table;
}

Table recordTable(const TrackRecord& record)
{
    Table table;
    table.columns = seasonColumns();
    table.columns.insert(table.columns.begin(), {QStringLiteral("kind"), tr("Kind")});
    const auto add = [&table](const QString& kind, const Report& report) {
        for (QVariantList row : seasonsTable(report).rows) {
            row.prepend(kind);
            table.rows.push_back(row);
        }
    };
    add(QStringLiteral("live"), record.live);
    add(QStringLiteral("retrospective"), record.retrospective);
    return table;
}

} // namespace parcferme
