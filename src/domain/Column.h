#pragma once

#include "core/Error.h"
#include "core/UtcTime.h"

#include <QJsonValue>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace parcferme {

enum class ColumnType { Integer, Number, Text, Boolean, Json };

// One column of a table, described once: SQL, the ledger's canonical JSON, the JSON of command line and API
// with its schema, comparisons and checks are all made from it.
template <typename Row>
struct Column
{
    const char* name; // in SQL and JSON
    ColumnType type;
    bool nullable;                        // JSON says null for what does not exist, an empty text among it
    const char* meaning;                  // for the schema
    QVariant (*value)(const Row&);        // as SQL stores it: Boolean is 0 or 1, time ISO text; invalid: NULL
    Status (*set)(Row&, const QVariant&); // from SQL; null where the value follows from others
    QStringList (*words)();               // all that the text can be; null: any
    int since = 1;                        // first format of a record that has it
};

// How a C++ type is stored: type, nullable, value(), set(), words.
template <typename T>
struct Stored;

template <ColumnType Type>
struct StoredAs
{
    static constexpr ColumnType type = Type;
    static constexpr bool nullable = false;
    static constexpr QStringList (*words)() = nullptr;
};

template <>
struct Stored<int> : StoredAs<ColumnType::Integer>
{
    static QVariant value(int number) { return number; }
    static Status set(int& number, const QVariant& stored)
    {
        number = stored.toInt();
        return {};
    }
};

template <>
struct Stored<qint64> : StoredAs<ColumnType::Integer>
{
    static QVariant value(qint64 number) { return number; }
    static Status set(qint64& number, const QVariant& stored)
    {
        number = stored.toLongLong();
        return {};
    }
};

template <>
struct Stored<double> : StoredAs<ColumnType::Number>
{
    static QVariant value(double number) { return number; }
    static Status set(double& number, const QVariant& stored)
    {
        number = stored.toDouble();
        return {};
    }
};

template <>
struct Stored<bool> : StoredAs<ColumnType::Boolean>
{
    static QVariant value(bool flag) { return flag ? 1 : 0; }
    static Status set(bool& flag, const QVariant& stored)
    {
        flag = stored.toDouble() != 0;
        return {};
    }
};

template <>
struct Stored<QString> : StoredAs<ColumnType::Text>
{
    static QVariant value(const QString& text)
    {
        return text.isNull() ? QStringLiteral("") : text; // a null QString would be bound as NULL
    }
    static Status set(QString& text, const QVariant& stored)
    {
        text = stored.toString();
        return {};
    }
};

// JSON as text; empty where there is none.
template <>
struct Stored<QByteArray> : StoredAs<ColumnType::Json>
{
    static constexpr bool nullable = true;
    static QVariant value(const QByteArray& json)
    {
        return json.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(json));
    }
    static Status set(QByteArray& json, const QVariant& stored)
    {
        json = stored.toString().toUtf8();
        return {};
    }
};

template <>
struct Stored<QDateTime> : StoredAs<ColumnType::Text>
{
    static QVariant value(const QDateTime& time) { return toIso(time); }
    static Status set(QDateTime& time, const QVariant& stored)
    {
        return timeFromIso(stored.toString()).map([&time](const QDateTime& read) { time = read; });
    }
};

template <typename T>
struct Stored<std::optional<T>> : Stored<T>
{
    static constexpr bool nullable = true;
    static QVariant value(const std::optional<T>& value)
    {
        return value ? Stored<T>::value(*value) : QVariant();
    }
    static Status set(std::optional<T>& value, const QVariant& stored)
    {
        value.reset();
        return stored.isNull() ? Status() : Stored<T>::set(value.emplace(), stored);
    }
};

// An enumeration, as one of these words.
template <typename Word, auto FromString, Word... Values>
struct StoredWord : StoredAs<ColumnType::Text>
{
    static QVariant value(Word word) { return toString(word); }
    static Status set(Word& word, const QVariant& stored)
    {
        return FromString(stored.toString()).map([&word](Word read) { word = read; });
    }
    static QStringList allWords() { return {toString(Values)...}; }
    static constexpr QStringList (*words)() = allWords;
};

template <auto Member>
struct MemberOf;
template <typename Row_, typename T_, T_ Row_::* Member>
struct MemberOf<Member>
{
    using Row = Row_;
    using T = T_;
};

// The column that holds this member.
template <auto Member>
constexpr auto column(const char* name, const char* meaning = "", int since = 1)
{
    using Row = typename MemberOf<Member>::Row;
    using Kind = Stored<typename MemberOf<Member>::T>;
    return Column<Row>{
        name,
        Kind::type,
        Kind::nullable,
        meaning,
        [](const Row& row) -> QVariant { return Kind::value(row.*Member); },
        [](Row& row, const QVariant& stored) -> Status { return Kind::set(row.*Member, stored); },
        Kind::words,
        since};
}

// A value of a row in JSON.
template <typename Row>
QJsonValue columnJson(const Column<Row>& column, const Row& row)
{
    const QVariant value = column.value(row);
    if (!value.isValid() ||
        (column.nullable && column.type == ColumnType::Text && value.toString().isEmpty()))
        return {};
    return column.type == ColumnType::Boolean ? QJsonValue(value.toInt() != 0)
                                              : QJsonValue::fromVariant(value);
}

} // namespace parcferme
