#include "tables/PredictionModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Glossary.h"
#include "tables/Names.h"

#include <algorithm>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

template <typename Drivers>
auto byId(const Drivers& drivers, const QString& id)
{
    const std::string key = id.toStdString();
    const auto found =
        std::find_if(drivers.begin(), drivers.end(), [&](const auto& d) { return d.driver == key; });
    return found == drivers.end() ? nullptr : &*found;
}

// Laps that the median puts him down: he has no time then, as the official result gives none.
int lapsDown(const ForecastView& view, const PredictionEntry& entry)
{
    return entry.gap ? predictor::lapsDown(view.forecast, *entry.gap) : 0;
}

// Shown as missing, with the seconds kept for sorting, export and tooltip.
Cell unseen(Cell cell)
{
    cell.text = format::missing();
    cell.emphasis = Emphasis::Muted;
    return cell;
}

Cell timeCell(const QString& label, const ForecastView& view, const PredictionEntry& entry)
{
    if (!entry.predictedRaceTime || *entry.predictedRaceTime <= 0)
        return cells::missing();
    Cell cell = cells::number(label, entry.predictedRaceTime, 3);
    cell.text = format::raceTime(*entry.predictedRaceTime);
    return lapsDown(view, entry) > 0 ? unseen(cell) : cell;
}

// Behind the winner: seconds, from a lap on laps. His own are 0 and not worth a figure.
Cell gapCell(const QString& label, const ForecastView& view, const PredictionEntry& entry,
             const std::optional<double>& seconds)
{
    if (!entry.predictedRaceTime || !seconds)
        return cells::missing();
    Cell cell = cells::number(label, seconds, 1);
    const int laps = predictor::lapsDown(view.forecast, *seconds);
    cell.text = laps > 0 ? format::laps(laps) : format::gap(*seconds);
    return entry.predictedPosition == 1 ? unseen(cell) : cell;
}

Cell uncertaintyCell(const QString& label, const ForecastView& view, const PredictionEntry& entry)
{
    Cell cell = cells::number(label, entry.uncertainty, 1, Emphasis::Muted);
    return entry.predictedPosition == 1 || lapsDown(view, entry) > 0 ? unseen(cell) : cell;
}

Cell rangeCell(const QString& label, const PredictionEntry& entry, int drivers)
{
    Cell cell;
    cell.text = format::range(entry.positionLow, entry.positionHigh);
    cell.value = entry.positionLow * 1000 + entry.positionHigh; // by low end, then by high end
    cell.exported = QVariantList{entry.positionLow, entry.positionHigh};
    cell.toolTip = QStringLiteral("%1: %2").arg(label, cell.text);
    cell.marks.insert(RangeRole, QVariant::fromValue(PositionRange{entry.positionLow, entry.positionHigh,
                                                                   drivers, entry.predictedPosition}));
    return cell;
}

Cell gridCell(const ForecastView& view, const QString& driver)
{
    const auto* forecast = byId(view.forecast.drivers, driver);
    if (forecast && forecast->grid) {
        Cell cell = cells::count(*forecast->grid, Emphasis::Muted);
        if (*forecast->grid == 0) {
            cell.text = PredictionModel::tr("PL", "pit lane");
            cell.value = forecast->startingPosition;
            cell.exported = 0;
            cell.toolTip = PredictionModel::tr("Starts from the pit lane");
        }
        return cell;
    }
    if (!forecast || view.forecast.stage != predictor::Stage::Qualifying)
        return cells::missing();
    Cell cell = cells::count(forecast->startingPosition, Emphasis::Muted);
    cell.toolTip = PredictionModel::tr("The qualifying order stands in for the grid.");
    return cell;
}

} // namespace

PredictionModel::PredictionModel(QObject* parent) : TableModel(parent)
{
    const auto number = [](const char* key, const QString& title, int width, const QString& toolTip = {},
                           CellStyle style = CellStyle::Text, bool visible = true) {
        return Column{QString::fromLatin1(key), title, width, style, true, visible, false, toolTip, {}};
    };
    setColumns({
        number("predicted_position", tr("Pos"), 36, tr("Predicted position")),
        {QStringLiteral("driver"), tr("Driver"), 160, CellStyle::Driver, false, true, true, {}, {}},
        {QStringLiteral("code"), tr("Code"), 48, CellStyle::Text, false, false, false, {}, {}},
        number("number", tr("Car"), 40, tr("Car number"), CellStyle::Text, false),
        {QStringLiteral("team"), tr("Team"), 102, CellStyle::Text, false, true, false, {}, {}},
        number("predicted_race_time", tr("Time"), 60, tr("Predicted race time")),
        number("gap", tr("Gap s"), 52, tr("Median gap to the winner, in seconds; from one lap on, in laps")),
        number("gap_low", tr("Gap low s"), 72, tr("10 % point of the gap, in seconds"), CellStyle::Text,
               false),
        number("gap_high", tr("Gap high s"), 76, tr("90 % point of the gap, in seconds"), CellStyle::Text,
               false),
        number("uncertainty", tr("± s"), 44, wordMeaning(Word::GapRange)),
        number("p_lapped", tr("Lapped %"), 62, wordMeaning(Word::Lapped), CellStyle::GreyBar),
        number("p_win", tr("Win %"), 56, tr("Chance to win"), CellStyle::Bar),
        number("p_podium", tr("Podium %"), 66, tr("Chance to finish in the first three"), CellStyle::Bar),
        number("p_points", tr("Points %"), 62, tr("Chance to finish in the first ten"), CellStyle::Bar),
        number("p_retire", tr("Retire %"), 58, tr("Chance not to be classified"), CellStyle::RetireBar),
        {QStringLiteral("range"),
         tr("80 % range"),
         112,
         CellStyle::Range,
         false,
         true,
         false,
         wordMeaning(Word::Range80),
         {QStringLiteral("position_low"), QStringLiteral("position_high")}},
        number("expected_position", tr("Mean pos"), 68, tr("Mean of all positions, by their chance"),
               CellStyle::Text, false),
        number("grid", tr("Grid"), 38, tr("Starting position; 0 in exports is the pit lane")),
    });
}

QVariant PredictionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isGrid = orientation == Qt::Horizontal && role == Qt::DisplayRole && !gridKnown_ &&
                        section == column(QStringLiteral("grid"));
    return isGrid ? tr("Qualified") : TableModel::headerData(section, orientation, role);
}

void PredictionModel::setForecast(const ForecastView& view, const People& people)
{
    if (const bool known = view.forecast.stage == predictor::Stage::Grid; known != gridKnown_) {
        gridKnown_ = known;
        const int grid = column(QStringLiteral("grid"));
        Q_EMIT headerDataChanged(Qt::Horizontal, grid, grid);
    }
    std::vector<Row> rows;
    const int drivers = static_cast<int>(view.prediction.entries.size());
    for (const PredictionEntry& e : view.prediction.entries) {
        const auto* forecast = byId(view.forecast.drivers, e.driver);
        const auto carNumber = people.numbers.constFind(e.driver);
        Row row{e.driver, e.driver, view.prediction.race, cells::driverWords(people, e.driver, e.team), {}};
        row.cells = {
            cells::count(e.predictedPosition, Emphasis::Strong),
            cells::driver(people, e.driver, e.team),
            cells::text(driverCode(people, e.driver)),
            carNumber == people.numbers.constEnd() ? cells::missing() : cells::count(*carNumber),
            cells::team(people, e.team),
            timeCell(tr("Time in seconds"), view, e),
            gapCell(tr("Gap in seconds"), view, e, e.gap),
            gapCell(tr("10 % point of the gap in seconds"), view, e, e.gapLow),
            gapCell(tr("90 % point of the gap in seconds"), view, e, e.gapHigh),
            uncertaintyCell(tr("Half the 80 % interval in seconds"), view, e),
            e.pLapped ? cells::chance(tr("Lapped in percent"), *e.pLapped) : cells::missing(),
            cells::chance(tr("Win in percent"), e.pWin),
            cells::chance(tr("Podium in percent"), e.pPodium),
            cells::chance(tr("Points in percent"), e.pPoints),
            cells::chance(tr("Retirement in percent"), e.pRetire),
            rangeCell(tr("80 % range"), e, drivers),
            forecast && !forecast->positions.empty()
                ? cells::number(tr("Mean position"), forecast->expectedPosition, 1)
                : cells::missing(),
            gridCell(view, e.driver),
        };
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows), static_cast<int>(view.prediction.kind));
}

} // namespace parcferme
