#include "tables/ReliabilityModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Glossary.h"

namespace parcferme {

namespace {

// Two shares as one range in percent.
TableModel::Cell shareRange(double low, double high, int decimals)
{
    TableModel::Cell cell;
    cell.text = QStringLiteral("%1–%2").arg(format::number(low * 100, decimals),
                                            format::number(high * 100, decimals));
    cell.value = low;
    cell.exported = QVariantList{low, high};
    return cell;
}

} // namespace

ReliabilityModel::ReliabilityModel(QObject* parent) : TableModel(parent)
{
    const auto column = [](const char* key, const QString& title, int width, const QString& toolTip,
                           const QStringList& exportKeys = {}) {
        return Column{
            QString::fromLatin1(key), title, width, CellStyle::Text, true, true, false, toolTip, exportKeys};
    };
    setColumns({
        column("bin", tr("Bin %"), 80, tr("Forecasts between these chances"),
               {QStringLiteral("bin_low"), QStringLiteral("bin_high")}),
        column("count", tr("Forecasts"), 76, tr("How many forecasts fell into the bin")),
        column("mean_forecast", tr("Said %"), 66, tr("Their mean chance")),
        column("observed", tr("Happened %"), 84, wordMeaning(Word::Reliability)),
        column("interval", tr("95 % interval"), 100, tr("Of what happened (Wilson)"),
               {QStringLiteral("observed_low"), QStringLiteral("observed_high")}),
        column("hits", tr("Came true"), 76, tr("How many came true")),
    });
}

void ReliabilityModel::setReliability(const evaluation::Reliability& reliability)
{
    std::vector<Row> rows;
    for (const evaluation::ReliabilityBin& bin : reliability.bins) {
        Row row{QString::number(bin.low), {}, 0, {}, {}};
        row.cells = {shareRange(bin.low, bin.high, 0),
                     cells::count(bin.count),
                     cells::rate(tr("Said, percent"), bin.meanForecast),
                     cells::rate(tr("Happened, percent"), bin.observed, Emphasis::Strong),
                     shareRange(bin.observedLow, bin.observedHigh, 1),
                     cells::count(bin.hits, Emphasis::Muted)};
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

} // namespace parcferme
