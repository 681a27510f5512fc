#pragma once

#include "domain/Column.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <span>

namespace parcferme::json {

// What does not exist is null.
QJsonValue value(const std::optional<double>& number);
QJsonValue value(const std::optional<int>& number);
QJsonValue value(const QString& text); // null for an empty text
QJsonValue time(const std::optional<QDateTime>& time);
QJsonValue time(const QDateTime& time); // null for an invalid one

// All described columns of a row.
template <typename Row>
QJsonObject row(std::span<const Column<Row>> columns, const Row& row)
{
    QJsonObject object;
    for (const Column<Row>& column : columns)
        object.insert(QLatin1StringView(column.name), columnJson(column, row));
    return object;
}

} // namespace parcferme::json
