#include "tables/Cells.h"

#include "tables/Format.h"
#include "tables/Names.h"

#include <QCoreApplication>

namespace parcferme::cells {

namespace {

QString labelled(const QString& label, const QString& value)
{
    return QCoreApplication::translate("Cells", "%1: %2").arg(label, value);
}

} // namespace

Cell text(const QString& text, Emphasis emphasis)
{
    Cell cell;
    cell.text = text;
    cell.value = text;
    cell.emphasis = emphasis;
    return cell;
}

Cell missing()
{
    Cell cell;
    cell.text = format::missing();
    cell.emphasis = Emphasis::Muted;
    return cell;
}

Cell number(const QString& label, const std::optional<double>& value, int decimals, Emphasis emphasis)
{
    if (!value)
        return missing();
    Cell cell;
    cell.text = format::number(*value, decimals);
    cell.value = *value;
    cell.toolTip = labelled(label, format::full(*value));
    cell.emphasis = emphasis;
    return cell;
}

Cell count(int value, Emphasis emphasis)
{
    Cell cell;
    cell.text = format::number(std::optional<int>(value));
    cell.value = value;
    cell.emphasis = emphasis;
    return cell;
}

Cell rate(const QString& label, const std::optional<double>& share, Emphasis emphasis)
{
    if (!share)
        return missing();
    Cell cell = number(label, *share * 100, 1, emphasis);
    cell.value = *share;
    return cell;
}

Cell chance(const QString& label, double share)
{
    Cell cell = number(label, share * 100, 1);
    cell.text = format::percent(share);
    cell.value = share;
    cell.marks.insert(FractionRole, share);
    return cell;
}

Cell driver(const People& people, const QString& driver, const QString& team)
{
    Cell cell = text(driverName(people, driver));
    cell.exported = QVariantList{driver, cell.text};
    cell.toolTip = cell.text + QLatin1Char('\n') + teamName(people, team);
    cell.marks.insert(TeamColourRole, teamColour(people, team));
    return cell;
}

Cell team(const People& people, const QString& team)
{
    Cell cell = text(teamName(people, team), Emphasis::Muted);
    cell.exported = QVariantList{team, cell.text};
    return cell;
}

QString driverWords(const People& people, const QString& driver, const QString& team)
{
    return QStringList{driverName(people, driver), driverCode(people, driver), driver, teamName(people, team)}
        .join(QLatin1Char(' '));
}

} // namespace parcferme::cells
