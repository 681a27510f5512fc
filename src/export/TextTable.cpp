#include "export/TextTable.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace parcferme {

namespace {

constexpr int WidestCell = 72;

struct Span
{
    char32_t first, last;
};
// Blocks that terminals draw two columns wide (East Asian Width W and F), coarsely.
constexpr std::array<Span, 11> Wide{{{0x1100, 0x115f},
                                     {0x2e80, 0x303e},
                                     {0x3041, 0xa4cf},
                                     {0xa960, 0xa97c},
                                     {0xac00, 0xd7a3},
                                     {0xf900, 0xfaff},
                                     {0xfe30, 0xfe6f},
                                     {0xff00, 0xff60},
                                     {0xffe0, 0xffe6},
                                     {0x1f300, 0x1faff},
                                     {0x20000, 0x3fffd}}};

int width(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    const auto holds = [c](const Span& span) { return c >= span.first && c <= span.last; };
    return std::any_of(Wide.begin(), Wide.end(), holds) ? 2 : 1;
}

QString printable(const QString& text)
{
    QString safe = text;
    for (QChar& c : safe) {
        const bool joiner = c.unicode() == 0x200c || c.unicode() == 0x200d;
        const bool control = c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
                             c.category() == QChar::Separator_Paragraph ||
                             (c.category() == QChar::Other_Format && !joiner);
        if (control)
            c = QChar::ReplacementCharacter;
    }
    return safe;
}

QString shortened(const QString& text)
{
    if (text.size() <= WidestCell && terminalWidth(text) <= WidestCell)
        return text;
    QString kept;
    int used = 3;
    for (const char32_t c : text.left(qsizetype{2} * WidestCell).toUcs4()) {
        used += width(c);
        if (used > WidestCell)
            break;
        kept += QString::fromUcs4(&c, 1);
    }
    return kept + QLatin1String("...");
}

QString duration(double seconds)
{
    const qint64 whole = std::llround(seconds);
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

QString gapText(double seconds, double lap)
{
    const int laps = lap > 0 ? static_cast<int>(std::floor(seconds / lap)) : 0;
    if (laps == 0)
        return QLatin1Char('+') + QString::number(seconds, 'f', 1);
    return QStringLiteral("+%1 %2").arg(laps).arg(laps == 1 ? QStringLiteral("lap") : QStringLiteral("laps"));
}

QString figure(double value, const TableColumn& column)
{
    switch (column.show) {
    case Show::Number1:
        return QString::number(value, 'f', 1);
    case Show::Number2:
        return QString::number(value, 'f', 2);
    case Show::Number3:
        return QString::number(value, 'f', 3);
    case Show::Number4:
        return QString::number(value, 'f', 4);
    case Show::Percent:
        return QString::number(value * 100, 'f', 1);
    case Show::Duration:
        return duration(value);
    case Show::Gap:
        return gapText(value, column.lap);
    case Show::Plain:
    case Show::Hidden:
        break;
    }
    return machineText(value);
}

QString shown(const QVariant& cell, const TableColumn& column)
{
    if (cell.typeId() == QMetaType::Double && std::isfinite(cell.toDouble()))
        return figure(cell.toDouble(), column);
    if (cell.typeId() == QMetaType::Bool)
        return cell.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    const QString text = machineText(cell);
    return text.isEmpty() ? QStringLiteral("-") : shortened(printable(text));
}

QString line(const QStringList& cells, const std::vector<int>& widths,
             const std::vector<TableColumn>& columns)
{
    QString text;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (columns[at].show == Show::Hidden)
            continue;
        const QString padding(widths[at] - terminalWidth(cells[i]), QLatin1Char(' '));
        if (!text.isEmpty())
            text += QLatin1String("  ");
        text += columns[at].number ? padding + cells[i] : cells[i] + padding;
    }
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text + QLatin1Char('\n');
}

} // namespace

int terminalWidth(const QString& text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4())
        columns += width(c);
    return columns;
}

QString textTable(const Table& table)
{
    std::vector<QStringList> lines;
    QStringList titles;
    for (const TableColumn& column : table.columns)
        titles.append(printable(column.title));
    lines.push_back(titles);
    for (const QVariantList& row : table.rows) {
        QStringList cells;
        for (int i = 0; i < row.size(); ++i)
            cells.append(shown(row[i], table.columns[static_cast<std::size_t>(i)]));
        lines.push_back(cells);
    }

    std::vector<int> widths(table.columns.size(), 0);
    for (const QStringList& cells : lines)
        for (int i = 0; i < cells.size(); ++i) {
            int& widest = widths[static_cast<std::size_t>(i)];
            widest = std::max(widest, terminalWidth(cells[i]));
        }
    QString text;
    for (const QStringList& cells : lines)
        text += line(cells, widths, table.columns);
    return text;
}

} // namespace parcferme
