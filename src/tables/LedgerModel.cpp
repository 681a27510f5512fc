#include "tables/LedgerModel.h"

#include "core/UtcTime.h"
#include "domain/Words.h"
#include "tables/Cells.h"

#include <QLocale>

#include <algorithm>

namespace parcferme {

namespace {

QString kindWord(PredictionKind kind)
{
    if (kind == PredictionKind::Void)
        return LedgerModel::tr("void: after the start");
    return kind == PredictionKind::Live ? LedgerModel::tr("live") : LedgerModel::tr("retrospective");
}

TableModel::Cell timeCell(const QDateTime& time)
{
    TableModel::Cell cell = cells::text(QLocale().toString(time.toLocalTime(), QLocale::ShortFormat));
    cell.value = time;
    cell.exported = toIso(time);
    cell.toolTip = plainToolTip(LedgerModel::tr("%1 UTC").arg(toIso(time)));
    return cell;
}

TableModel::Cell startCell(const Voucher& voucher)
{
    TableModel::Cell cell =
        cells::text(voucher.beforeStart ? LedgerModel::tr("before") : LedgerModel::tr("after"),
                    voucher.beforeStart ? Emphasis::Better : Emphasis::Muted);
    cell.value = voucher.beforeStart;
    cell.exported = voucher.beforeStart;
    return cell;
}

TableModel::Row rowOf(const VouchedPrediction& prediction)
{
    const QString kind = kindWord(prediction.kind);
    TableModel::Cell kindCell = cells::text(kind);
    kindCell.exported = toString(prediction.kind);
    TableModel::Row row{QString::number(prediction.id), {}, 0, prediction.race + u' ' + kind, {}};
    row.cells = {cells::count(static_cast<int>(prediction.id)), cells::text(prediction.race), kindCell};
    if (const auto& voucher = prediction.voucher) {
        row.filter += u' ' + voucher->authority;
        row.cells.insert(row.cells.end(),
                         {cells::text(voucher->authority), timeCell(voucher->time), startCell(*voucher)});
    } else {
        row.cells.insert(row.cells.end(), {cells::missing(), cells::missing(), cells::missing()});
    }
    return row;
}

} // namespace

LedgerModel::LedgerModel(QObject* parent) : TableModel(parent)
{
    using Style = CellStyle;
    setColumns({
        {QStringLiteral("id"), tr("No."), 44, Style::Text, true, true, false, tr("Place in the chain"), {}},
        {QStringLiteral("race"), tr("Race"), 150, Style::Text, false, true, false, {}, {}},
        {QStringLiteral("kind"), tr("Kind"), 90, Style::Text, false, true, false, {}, {}},
        {QStringLiteral("vouched_by"),
         tr("Vouched for by"),
         120,
         Style::Text,
         false,
         true,
         true,
         tr("The time-stamping authority that signed it, or a later record of the chain, first"),
         {}},
        {QStringLiteral("vouched_at"),
         tr("Existed on"),
         110,
         Style::Text,
         false,
         true,
         false,
         tr("The authority's time: it existed by then"),
         {}},
        {QStringLiteral("vouched_before_start"),
         tr("Start"),
         60,
         Style::Text,
         false,
         true,
         false,
         tr("Whether that was before the start of the race"),
         {}},
    });
}

void LedgerModel::setPredictions(const std::vector<VouchedPrediction>& predictions)
{
    std::vector<Row> rows;
    std::transform(predictions.rbegin(), predictions.rend(), std::back_inserter(rows), rowOf);
    setRows(std::move(rows));
}

} // namespace parcferme
