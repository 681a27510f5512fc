#pragma once

#include "ParserDump.h"

#include <QJsonArray>
#include <QString>

namespace parcferme::test {

// The value at a path such as "0.Results.3.Driver.code" replaced; an undefined value takes it out.
QJsonArray with(const QJsonArray& races, const QString& path, const QJsonValue& value);
QJsonValue at(const QJsonArray& races, const QString& path);
QJsonValue json(const char* text); // "5", "null", "\"word\"", "{\"x\": 1}"

// What came of an answer: the races as text, and what was odd.
struct Read
{
    QByteArray races;
    Oddities odd;

    QString notes() const { return odd.notes.join(QLatin1Char('\n')); }
};

enum Kind { Calendar, Qualifying, Sprint, RaceResult };
const char* nameOf(Kind kind);

// Two recorded races of a kind, to be bent.
struct Document
{
    Kind kind;
    QString list; // the rows' name; empty: the calendar has none
    QJsonArray races;

    QByteArray answer(const QJsonArray& bent) const; // as many rows are announced as the recorded races have
    Read read() const { return read(races); }
    Read read(const QJsonArray& bent) const;
    Read readWith(const QString& path, const QJsonValue& value) const
    {
        return read(with(races, path, value));
    }
};

Document document(Kind kind);

} // namespace parcferme::test
