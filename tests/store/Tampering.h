#pragma once

#include "StoreFixture.h"

#include "store/LedgerCheck.h"
#include "store/Transaction.h"

#include <bit>

// What somebody can do who owns the database.
namespace parcferme::test {

// Every statement that a query answers.
inline void runAll(Store& store, const char* query)
{
    QStringList statements;
    auto rows = store.database->run(QString::fromLatin1(query));
    MUST(rows);
    while (rows->next())
        statements.append(rows->text(0));
    rows = tl::unexpected(Error()); // an open SELECT blocks DROP
    for (const QString& sql : statements)
        MUST(store.database->run(sql));
}

// Takes away whatever would refuse a change, as somebody who owns the database can.
inline void unlock(Store& store)
{
    runAll(store, onServer()
                      ? "SELECT 'DROP TRIGGER ' || tgname || ' ON ' || tgrelid::regclass FROM pg_trigger "
                        "WHERE NOT tgisinternal"
                      : "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'");
    if (onServer()) {
        runAll(store, "SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || conname "
                      "FROM pg_constraint WHERE contype IN ('c', 'f') AND conrelid <> 0 "
                      "AND connamespace = current_schema()::regnamespace");
        runAll(store,
               "SELECT 'ALTER DOMAIN ' || contypid::regtype || ' DROP CONSTRAINT ' || conname "
               "FROM pg_constraint WHERE contypid <> 0 AND connamespace = current_schema()::regnamespace");
    } else {
        MUST(store.database->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
        MUST(store.database->run(QStringLiteral("PRAGMA ignore_check_constraints=ON")));
    }
}

// The value with one bit of its n-th byte (or, for numbers, its n-th bit) flipped; nothing when it has no
// n-th.
inline std::optional<QVariant> flipped(const QVariant& value, int n)
{
    if (value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::ULongLong)
        return n < 63 ? std::optional<QVariant>(value.toLongLong() ^ (qint64(1) << n)) : std::nullopt;
    if (value.typeId() == QMetaType::Double) {
        if (n >= 64)
            return std::nullopt;
        return std::bit_cast<double>(std::bit_cast<quint64>(value.toDouble()) ^ (quint64(1) << n));
    }
    QByteArray bytes = value.toString().toUtf8();
    if (n >= bytes.size())
        return std::nullopt;
    bytes[n] = static_cast<char>(bytes[n] ^ (1 << (n % 8)));
    return bytes;
}

// Flips everything in one field, a bit at a time, and answers how many changes were made and found.
inline int flipAll(Store& store, const QString& table, const QString& column, qint64 id)
{
    const QVariant value =
        store.value(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(column, table), {id});
    int changes = 0;
    for (int n = 0; const auto other = flipped(value, n); ++n) {
        auto transaction = Transaction::begin(*store.database);
        const bool text = other->typeId() == QMetaType::QByteArray;
        // A server stores only what is UTF-8.
        if (text && onServer() && QString::fromUtf8(other->toByteArray()).toUtf8() != other->toByteArray())
            continue;
        const QString set = text && !onServer() ? QStringLiteral("CAST(? AS TEXT)") : QStringLiteral("?");
        const QVariant bound =
            text && onServer() ? QVariant(QString::fromUtf8(other->toByteArray())) : *other;
        auto done = store.database->run(
            QStringLiteral("UPDATE %1 SET %2 = %3 WHERE id = ?").arg(table, column, set), {bound, id});
        // A key that is taken and NaN cannot be stored; minus zero is stored as zero.
        if (!done || *other == value)
            continue;
        ++changes;
        if (LedgerCheck(*store.database).run())
            QTest::qFail(qPrintable(QStringLiteral("%1.%2 %3 bit %4").arg(table, column).arg(id).arg(n)),
                         __FILE__, __LINE__);
    }
    return changes;
}

// The same of every field of every row of these tables, which have an id.
inline int flipEverything(Store& store, const QStringList& tables)
{
    int changes = 0;
    for (const QString& table : tables) {
        QStringList columns;
        std::vector<qint64> ids;
        {
            auto any = store.database->run(QStringLiteral("SELECT * FROM %1 ORDER BY id").arg(table));
            while (any && any->next()) {
                columns = any->columns();
                ids.push_back(any->integer(0));
            }
        }
        for (const qint64 id : ids)
            for (const QString& column : columns)
                changes += flipAll(store, table, column, id);
    }
    return changes;
}

} // namespace parcferme::test
