#pragma once

#include <QStringList>

namespace parcferme {

// The single statements of an SQL script, without comments and final semicolons. A semicolon within quotes
// (PostgreSQL's $$ too), or within the BEGIN ... END of a trigger, ends nothing.
QStringList splitSql(const QString& script);

} // namespace parcferme
