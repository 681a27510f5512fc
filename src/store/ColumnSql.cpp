#include "store/ColumnSql.h"

namespace parcferme {

QString insertInto(const char* table, const QStringList& names)
{
    const QStringList places(names.size(), QStringLiteral("?"));
    const QString comma = QStringLiteral(", ");
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
        .arg(QLatin1StringView(table), names.join(comma), places.join(comma));
}

} // namespace parcferme
