#pragma once

#include "domain/Race.h"
#include "service/Refusal.h"

#include <QMap>
#include <QStringList>
#include <tl/expected.hpp>

namespace parcferme {

// A path and its query, decoded: UTF-8, without control characters.
struct Target
{
    QStringList segments;
    QList<std::pair<QString, QString>> query; // in the order sent

    // Refusals: 400 for what cannot be decoded.
    static tl::expected<Target, Refusal> parse(const QByteArray& target);
};

// The parameters of a call, checked against its route.
class Call
{
public:
    void set(const QString& name, const QString& value) { values_.insert(name, value); }
    bool has(const QString& name) const { return values_.contains(name); }

    QString text(const char* name) const { return values_.value(QString::fromLatin1(name)); }
    qint64 number(const char* name) const { return text(name).toLongLong(); }
    // Of the session and race that are asked for by id.
    SessionKey session() const { return sessionOf(number("race_id")); }
    // The same of a race that was found by its name.
    SessionKey sessionOf(RaceId race) const
    {
        return {race, text("session") == QLatin1StringView("sprint") ? Session::Sprint : Session::Race};
    }
    int year() const { return static_cast<int>(number("year")); }

private:
    QMap<QString, QString> values_;
};

} // namespace parcferme
