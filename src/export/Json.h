#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace parcferme::json {

// What does not exist is null.
QJsonValue value(const std::optional<double>& number);
QJsonValue value(const std::optional<int>& number);
QJsonValue value(const QString& text); // null for an empty text
QJsonValue time(const std::optional<QDateTime>& time);
QJsonValue time(const QDateTime& time); // null for an invalid one

} // namespace parcferme::json
