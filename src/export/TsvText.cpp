#include "export/TsvText.h"

#include <QRegularExpression>
#include <QStringList>

namespace parcferme {

namespace {

// "+14.1" and "-3 %" are numbers to a spreadsheet.
bool isSignedNumber(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[+-][0-9][0-9.,:]*( ?%)?$"));
    return form.match(text).hasMatch();
}

QString cellText(const QVariant& cell)
{
    QString text = isSignedNumber(cell.toString()) ? cell.toString() : neutralisedText(cell);
    for (QChar& c : text)
        if (c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            c = QLatin1Char(' ');
    return text;
}

} // namespace

QString tsvText(const Table& table)
{
    QString text;
    QStringList fields;
    for (const TableColumn& column : table.columns)
        fields.append(cellText(column.key));
    text += fields.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const QVariantList& row : table.rows) {
        fields.clear();
        for (const QVariant& cell : row)
            fields.append(cellText(cell));
        text += fields.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace parcferme
