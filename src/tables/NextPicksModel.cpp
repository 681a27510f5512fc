#include "tables/NextPicksModel.h"

#include "tables/Cells.h"
#include "tables/Format.h"
#include "tables/Glossary.h"

#include <QLocale>

namespace parcferme {

namespace {

using Cell = TableModel::Cell;

Cell stateCell(const PickStanding& standing, int all)
{
    const bool model = standing.player.isEmpty();
    const QString when = standing.lockedAt ? QLocale().toString(standing.lockedAt->toLocalTime(),
                                                                NextPicksModel::tr("ddd HH:mm"))
                                           : QString();
    Cell cell;
    switch (standing.state) {
    case PickState::None:
        cell = cells::text(NextPicksModel::tr("nothing yet"), Emphasis::Muted);
        break;
    case PickState::Draft:
        cell = cells::text(standing.filled > 0
                               ? NextPicksModel::tr("Draft, %1 of %2").arg(standing.filled).arg(all)
                               : NextPicksModel::tr("Draft"));
        cell.marks.insert(IconRole, QStringLiteral("pencil"));
        break;
    case PickState::Locked:
        cell = cells::text(model ? NextPicksModel::tr("Frozen %1").arg(when)
                                 : NextPicksModel::tr("Locked %1").arg(when),
                           Emphasis::Strong);
        cell.marks.insert(IconRole, QStringLiteral("lock"));
        break;
    case PickState::Late:
        cell = cells::text(NextPicksModel::tr("too late"), Emphasis::Muted);
        cell.marks.insert(IconRole, QStringLiteral("history"));
        break;
    }
    return cell;
}

Cell hashCell(const QByteArray& hash)
{
    if (hash.isEmpty())
        return cells::missing();
    const QString whole = QString::fromLatin1(hash);
    Cell cell = cells::text(whole.left(4) + u' ' + whole.mid(4, 4), Emphasis::Muted);
    cell.exported = whole;
    cell.toolTip = whole;
    return cell;
}

} // namespace

NextPicksModel::NextPicksModel(QObject* parent) : TableModel(parent)
{
    setColumns({
        {QStringLiteral("player"), tr("Player"), 110, CellStyle::Text, false, true, true, {}, {}},
        {QStringLiteral("state"), tr("State"), 130, CellStyle::Text, false, true, false, {}, {}},
        {QStringLiteral("hash"),
         tr("Hash"),
         80,
         CellStyle::Text,
         false,
         true,
         false,
         wordMeaning(Word::Hash),
         {}},
    });
}

void NextPicksModel::show(const PicksView& picks)
{
    std::vector<Row> rows;
    for (const PickStanding& standing : picks.standings) {
        const bool model = standing.player.isEmpty();
        const bool own = !model && standing.player == picks.player;
        const QString name = model ? tr("Model")
                             : own ? tr("%1 (you)").arg(standing.player)
                                   : standing.player;
        Row row{
            model ? QStringLiteral("model") : QStringLiteral("player:") + standing.player, {}, 0, name, {}};
        Cell player = cells::text(name, own ? Emphasis::Strong : Emphasis::Normal);
        player.exported = model ? QStringLiteral("model") : standing.player;
        player.marks.insert(IconRole, model ? QStringLiteral("model") : QStringLiteral("person"));
        row.cells = {player, stateCell(standing, int(picks.field.size())), hashCell(standing.hash)};
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

} // namespace parcferme
