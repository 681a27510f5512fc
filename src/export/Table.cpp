#include "export/Table.h"

#include "core/UtcTime.h"

#include <QLocale>

#include <cmath>

namespace parcferme {

bool isNumber(const QVariant& cell)
{
    switch (cell.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
    case QMetaType::Float:
        return true;
    default:
        return false;
    }
}

QString machineText(const QVariant& cell)
{
    switch (cell.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float: {
        const double value = cell.toDouble();
        return std::isfinite(value) ? QString::number(value, 'g', QLocale::FloatingPointShortest) : QString();
    }
    case QMetaType::Bool:
        return cell.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    case QMetaType::QDate:
        return cell.toDate().toString(Qt::ISODate);
    case QMetaType::QDateTime:
        return toIso(cell.toDateTime());
    case QMetaType::QByteArray:
        return QString::fromLatin1(cell.toByteArray().toBase64());
    default:
        return cell.toString();
    }
}

QString neutralisedText(const QVariant& cell)
{
    QString text = machineText(cell);
    if (text.isEmpty() || isNumber(cell) || !QStringLiteral("=+-@\t\r").contains(text.front()))
        return text;
    return QLatin1Char('\'') + text;
}

} // namespace parcferme
