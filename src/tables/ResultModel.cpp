#include "tables/ResultModel.h"

#include "domain/Words.h"
#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/JudgedOrder.h"
#include "tables/Names.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

int lapsBehind(const ResultRow& row, const ResultRow& winner)
{
    return row.laps && winner.laps ? *winner.laps - *row.laps : 0;
}

Cell timeCell(const ResultRow& row, const ResultRow& winner)
{
    Cell cell;
    cell.text = officialTimeText(row, winner);
    if (row.classified() && row.time)
        cell.value = *row.time;
    else if (row.classified())
        cell.value = 1e6 * std::max(1, lapsBehind(row, winner)) + row.position; // lapped cars after all times
    cell.exported = QVariantList{row.time ? QVariant(*row.time) : QVariant(), row.status};
    cell.toolTip = row.time ? ResultModel::tr("Time in seconds: %1").arg(format::full(*row.time)) : cell.text;
    cell.emphasis = row.classified() ? Emphasis::Normal : Emphasis::Muted;
    return cell;
}

Cell gridCell(const ResultRow& row)
{
    if (!row.grid)
        return cells::missing();
    Cell cell = cells::count(*row.grid, Emphasis::Muted);
    if (*row.grid == 0) {
        cell.text = format::missing();
        cell.value = 1000; // behind every slot
        cell.exported = 0;
        cell.toolTip = ResultModel::tr("Pit lane, or none");
    }
    return cell;
}

Cell pointsCell(double points)
{
    const bool whole = points == std::floor(points);
    Cell cell = cells::number(ResultModel::tr("Points"), points, whole ? 0 : 1);
    if (points == 0) {
        cell.text = format::missing();
        cell.emphasis = Emphasis::Muted;
    }
    return cell;
}

Cell predictedCell(const JudgedPlace& place, int frozen)
{
    Cell cell = cells::count(place.predicted);
    cell.exported = QVariantList{frozen, place.predicted};
    if (frozen != place.predicted)
        cell.toolTip = ResultModel::tr("Predicted position %1; %2 among those who started")
                           .arg(frozen)
                           .arg(place.predicted);
    return cell;
}

QString differenceText(int places)
{
    if (places == 0)
        return ResultModel::tr("Finished as predicted");
    if (places > 0)
        return places == 1 ? ResultModel::tr("Finished 1 place ahead of the prediction")
                           : ResultModel::tr("Finished %n places ahead of the prediction", nullptr, places);
    return places == -1 ? ResultModel::tr("Finished 1 place behind the prediction")
                        : ResultModel::tr("Finished %n places behind the prediction", nullptr, -places);
}

Cell differenceCell(const JudgedPlace& place)
{
    const int difference = place.predicted - place.official;
    Cell cell;
    cell.text = format::places(difference);
    cell.value = difference;
    cell.emphasis = difference > 0 ? Emphasis::Better : difference < 0 ? Emphasis::Worse : Emphasis::Muted;
    cell.marks.insert(DifferenceRole, double(difference));
    cell.toolTip = differenceText(difference);
    return cell;
}

// Laps down are right as such; on the winner's lap there is a difference to tell.
Cell predictedGapCell(const ForecastView& view, const PredictionEntry& entry, const ResultRow& row,
                      const ResultRow& winner)
{
    if (!entry.gap)
        return cells::missing();
    const int laps = predictor::lapsDown(view.forecast, *entry.gap);
    Cell cell = cells::number(ResultModel::tr("Predicted gap in seconds"), entry.gap, 1);
    cell.text = laps > 0 ? format::laps(laps) : format::gap(*entry.gap);
    if (!row.classified())
        return cell;
    if (const int down = lapsBehind(row, winner); down > 0 && down == laps) {
        cell.emphasis = Emphasis::Better;
        cell.text += QStringLiteral(" ✓");
        cell.toolTip += QLatin1Char('\n') + ResultModel::tr("Right: so many laps behind");
    } else if (down == 0 && laps == 0 && row.time && winner.time) {
        const double error = *row.time - *winner.time - *entry.gap;
        cell.toolTip += QLatin1Char('\n') +
                        ResultModel::tr("Official minus predicted: %1 s").arg(format::signedNumber(error, 3));
    }
    return cell;
}

Cell insideCell(const JudgedPlace& place)
{
    Cell cell;
    cell.text = place.inside() ? ResultModel::tr("yes") : ResultModel::tr("no");
    cell.value = place.inside();
    cell.emphasis = place.inside() ? Emphasis::Normal : Emphasis::Strong;
    cell.marks.insert(CheckRole, place.inside());
    cell.toolTip = ResultModel::tr("80 % range: %1").arg(format::range(place.low, place.high));
    return cell;
}

Cell classifiedCell(const ResultRow& row)
{
    Cell cell = cells::text(row.classified() ? ResultModel::tr("yes") : ResultModel::tr("no"));
    cell.value = row.classified();
    return cell;
}

} // namespace

QString reasonText(const ResultRow& row)
{
    switch (row.classification) {
    case Classification::Classified:
        return row.status;
    case Classification::Disqualified:
        return ResultModel::tr("Disqualified");
    case Classification::DidNotStart:
        return ResultModel::tr("Did not start");
    case Classification::DidNotQualify:
        return ResultModel::tr("Did not qualify");
    case Classification::Excluded:
        return ResultModel::tr("Excluded");
    case Classification::NotClassified:
        return ResultModel::tr("Not classified");
    case Classification::Retired:
        break;
    }
    const bool silent = row.status.isEmpty() || row.status == QLatin1StringView("Retired") ||
                        row.status == QLatin1StringView("Lapped");
    return silent ? ResultModel::tr("Retired") : row.status;
}

QString officialTimeText(const ResultRow& row, const ResultRow& winner)
{
    if (!row.classified())
        return reasonText(row);
    if (const int laps = lapsBehind(row, winner); laps > 0)
        return format::laps(laps);
    if (!row.time)
        return format::missing();
    if (row.driver == winner.driver || !winner.time)
        return format::officialTime(*row.time);
    return format::officialGap(*row.time - *winner.time);
}

ResultModel::ResultModel(QObject* parent) : TableModel(parent)
{
    setForm(false);
}

void ResultModel::setForm(bool ofOrder)
{
    ofOrder_ = ofOrder;
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip = {}) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, {}};
    };
    const auto hidden = [](const char* key, const QString& title) {
        return Column{QString::fromLatin1(key), title, 72, CellStyle::Text, true, false, false, {}, {}};
    };
    Column time = number("time", tr("Time or gap"), 92);
    time.exportKeys = {QStringLiteral("time"), QStringLiteral("status")};
    Column predicted = number("predicted_position", ofOrder ? tr("Mine") : tr("Predicted"), 76,
                              ofOrder ? tr("My place for him, among those who started")
                                      : tr("Predicted position among those who started"));
    predicted.exportKeys = {QStringLiteral("predicted_position"), QStringLiteral("predicted_rank")};
    Column gap = number("predicted_gap", tr("Predicted gap"), 88,
                        tr("Predicted gap to the winner; from one lap on, in laps"));
    Column difference =
        number("difference", tr("Difference"), 128,
               ofOrder ? tr("My place minus the official one: ▲ finished ahead of it")
                       : tr("Predicted minus official position: ▲ finished ahead of the prediction"));
    difference.style = CellStyle::Difference;
    std::vector<Column> columns = {
        number("position", tr("Pos"), 40, tr("Official position")),
        {QStringLiteral("driver"), tr("Driver"), 164, CellStyle::Driver, false, true, true, {}, {}},
        {QStringLiteral("team"), tr("Team"), 108, CellStyle::Text, false, true, false, {}, {}},
        time,
        gap,
        number("laps", tr("Laps"), 48),
        number("points", tr("Points"), 56),
        number("grid", tr("Grid"), 44),
        predicted,
        difference,
        {QStringLiteral("in_80"),
         tr("In 80 %"),
         62,
         CellStyle::Check,
         true,
         true,
         false,
         tr("Whether he finished inside his 80 % range"),
         {}},
        hidden("classified", tr("Classified")),
        hidden("revision", tr("Revision")),
    };
    if (ofOrder)
        std::erase_if(columns, [](const Column& column) {
            return column.key == QLatin1StringView("predicted_gap") ||
                   column.key == QLatin1StringView("in_80");
        });
    setColumns(std::move(columns));
}

void ResultModel::setResult(const ResultRevision& result, const ForecastView* forecast,
                            const Evaluation* stored, const People& people)
{
    if (ofOrder_)
        setForm(false);
    QHash<QString, int> said;
    if (forecast)
        for (const PredictionEntry& entry : forecast->prediction.entries)
            said.insert(entry.driver, entry.predictedPosition);
    showRows(result, forecast ? judgedOrder(*forecast, result, stored) : QHash<QString, JudgedPlace>(),
             forecast, said, people);
}

void ResultModel::setResult(const ResultRevision& result, const QStringList& order, const People& people)
{
    if (!ofOrder_)
        setForm(true);
    QHash<QString, int> said;
    for (qsizetype place = 0; place < order.size(); ++place)
        said.insert(order[place], int(place) + 1);
    showRows(result, judgedOrder(order, result), nullptr, said, people);
}

void ResultModel::showRows(const ResultRevision& result, const QHash<QString, JudgedPlace>& places,
                           const ForecastView* forecast, const QHash<QString, int>& said,
                           const People& people)
{
    QHash<QString, const PredictionEntry*> entries;
    if (forecast)
        for (const PredictionEntry& entry : forecast->prediction.entries)
            entries.insert(entry.driver, &entry);
    std::vector<Row> rows;
    for (const ResultRow& r : result.rows) {
        const auto place = places.constFind(r.driver);
        const bool judged = place != places.constEnd();
        Row row{r.driver, r.driver, result.of.race, cells::driverWords(people, r.driver, r.team), {}};
        row.cells = {cells::count(r.position, r.classified() ? Emphasis::Strong : Emphasis::Muted),
                     cells::driver(people, r.driver, r.team), cells::team(people, r.team),
                     timeCell(r, result.rows.front())};
        if (!ofOrder_)
            row.cells.push_back(judged && forecast ? predictedGapCell(*forecast, *entries.value(r.driver), r,
                                                                      result.rows.front())
                                                   : cells::missing());
        row.cells.push_back(r.laps ? cells::count(*r.laps, Emphasis::Muted) : cells::missing());
        row.cells.push_back(pointsCell(r.points));
        row.cells.push_back(gridCell(r));
        row.cells.push_back(judged ? predictedCell(*place, said.value(r.driver)) : cells::missing());
        row.cells.push_back(judged ? differenceCell(*place) : cells::missing());
        if (!ofOrder_)
            row.cells.push_back(judged ? insideCell(*place) : cells::missing());
        row.cells.push_back(classifiedCell(r));
        row.cells.push_back(cells::count(result.revision, Emphasis::Muted));
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows), forecast ? static_cast<int>(forecast->prediction.kind) : -1);
}

} // namespace parcferme
