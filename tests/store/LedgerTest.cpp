#include "StoreFixture.h"

#include "store/LedgerCheck.h"
#include "store/Transaction.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <bit>
#include <cmath>
#include <limits>
#include <thread>

using namespace parcferme;
using namespace parcferme::test;

namespace {

// A ledger of three predictions; the first is of the format of version 1.0.0.
struct Ledger
{
    Ledger()
    {
        RaceRepository races(*store.database);
        PredictionRepository predictions(*store.database);
        for (const int year : {2024, 2025, 2026})
            frozen.push_back(predictions
                                 .append(draft(races.insert(monaco(year)).value(), PredictionKind::Live, 0.77,
                                               year == 2024 ? 1 : NewestFormat))
                                 .value());
    }

    // Takes away whatever would refuse a change, as somebody who owns the database can.
    void unlock()
    {
        runAll(onServer() ? "SELECT 'DROP TRIGGER ' || tgname || ' ON ' || tgrelid::regclass FROM pg_trigger "
                            "WHERE NOT tgisinternal"
                          : "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'");
        if (onServer()) {
            runAll("SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || conname "
                   "FROM pg_constraint WHERE contype IN ('c', 'f') AND conrelid <> 0 "
                   "AND connamespace = current_schema()::regnamespace");
            runAll(
                "SELECT 'ALTER DOMAIN ' || contypid::regtype || ' DROP CONSTRAINT ' || conname "
                "FROM pg_constraint WHERE contypid <> 0 AND connamespace = current_schema()::regnamespace");
        } else {
            MUST(store.database->run(QStringLiteral("PRAGMA foreign_keys=OFF")));
            MUST(store.database->run(QStringLiteral("PRAGMA ignore_check_constraints=ON")));
        }
    }

    // Every statement that a query answers.
    void runAll(const char* query)
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

    Store store;
    std::vector<Prediction> frozen;
};

// The value with one bit of its n-th byte (or, for numbers, its n-th bit) flipped; nothing when it has no
// n-th.
std::optional<QVariant> flipped(const QVariant& value, int n)
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

} // namespace

class LedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chains()
    {
        Ledger ledger;
        QByteArray previous = zeroHash();
        for (const Prediction& prediction : ledger.frozen) {
            QCOMPARE(prediction.previousHash, previous);
            const QByteArray text = previous + '\n' + prediction.snapshot + '\n' +
                                    entriesJson(prediction.entries, prediction.format).value();
            QCOMPARE(prediction.hash, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
            previous = prediction.hash;
        }
        auto head = PredictionRepository(*ledger.store.database).head();
        MUST(head);
        QCOMPARE(head->id, 3);
        QCOMPARE(head->hash, previous);
        auto report = LedgerCheck(*ledger.store.database).run();
        MUST(report);
        QCOMPARE(report->predictions, 3);
        QCOMPARE(report->head, previous);
    }

    void comesBackAsItWas()
    {
        Store store;
        const RaceId race = RaceRepository(*store.database).insert(monaco()).value();
        const Prediction wanted = draft(race);
        MUST(PredictionRepository(*store.database).append(wanted));
        store.reopen();
        PredictionRepository predictions(*store.database);
        auto found = predictions.find(race, PredictionKind::Live);
        MUST(found);
        const Prediction& p = **found;
        QCOMPARE(columnsJson(p), columnsJson(wanted));
        QCOMPARE(p.snapshot, wanted.snapshot);
        QCOMPARE(entriesJson(p.entries).value(), entriesJson(wanted.entries).value());
        QVERIFY(!predictions.find(race, PredictionKind::Retrospective).value());
        QCOMPARE(predictions.byId(2).error().code, ErrorCode::NotFound);
        QCOMPARE(predictions.all().value().size(), std::size_t(1));
    }

    void formatsStandSideBySide()
    {
        Ledger ledger;
        const std::vector<Prediction> all = PredictionRepository(*ledger.store.database).all().value();
        QCOMPARE(all[0].format, 1);
        QVERIFY(!columnsJson(all[0]).contains(QStringLiteral("format")));
        QCOMPARE(all[1].format, 2);
        QCOMPARE(columnsJson(all[1]).value(QStringLiteral("format")), QJsonValue(2));
    }

    void theFirstStays()
    {
        Store store;
        const RaceId race = RaceRepository(*store.database).insert(monaco()).value();
        PredictionRepository predictions(*store.database);
        auto first = predictions.append(draft(race, PredictionKind::Live, 0.7));
        auto second = predictions.append(draft(race, PredictionKind::Live, 0.6));
        MUST(second);
        QCOMPARE(second->hash, first->hash);
        QCOMPARE(second->confidenceScore, 0.7);
        auto other = predictions.append(draft(race, PredictionKind::Retrospective, 0.6));
        MUST(other);
        QCOMPARE(other->id, 2);
        QCOMPARE(predictions.append(draft(race, PredictionKind::Retrospective)).value().id, 2);
    }

    void twoProgramsFreezeOne()
    {
        Store store;
        RaceRepository races(*store.database);
        std::vector<RaceId> ids;
        for (int year = 2010; year < 2026; ++year)
            ids.push_back(races.insert(monaco(year)).value());
        std::vector<QByteArray> hashes[2];
        const auto freeze = [&](std::size_t who) {
            auto database = Database::open(store.location);
            PredictionRepository predictions(**database);
            for (const RaceId race : ids)
                hashes[who].push_back(
                    predictions.append(draft(race, PredictionKind::Live, who ? 0.5 : 0.6)).value().hash);
        };
        std::thread one(freeze, 0);
        std::thread other(freeze, 1);
        one.join();
        other.join();
        QCOMPARE(hashes[0], hashes[1]);
        QCOMPARE(LedgerCheck(*store.database).run().value().predictions, 16);
    }

    void refusesWhatCouldNeverBeVerified()
    {
        Store store;
        const RaceId race = RaceRepository(*store.database).insert(monaco()).value();
        PredictionRepository predictions(*store.database);
        Prediction p = draft(race);
        const auto refused = [&](const Prediction& bad) {
            auto result = predictions.append(bad);
            return !result &&
                   (result.error().code == ErrorCode::Data || result.error().code == ErrorCode::Database);
        };
        Prediction bad = p;
        bad.kind = PredictionKind::Preview;
        QVERIFY(refused(bad));
        bad = p;
        bad.entries.clear();
        QVERIFY(refused(bad));
        bad = p;
        bad.confidenceScore = 0.5; // not what the snapshot says
        QVERIFY(refused(bad));
        bad = p;
        bad.format = 1; // not what the snapshot says
        QVERIFY(refused(bad));
        bad = draft(race, PredictionKind::Live, 0.77, NewestFormat + 1);
        QVERIFY(refused(bad));
        bad = p;
        bad.snapshot.replace(":", ": ");
        QVERIFY(refused(bad));
        bad = p;
        bad.snapshot = "{}";
        QVERIFY(refused(bad));
        for (const double value :
             {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1.5}) {
            bad = p;
            bad.entries[1].pWin = value;
            QVERIFY(refused(bad));
        }
        bad = p;
        std::swap(bad.entries[0], bad.entries[1]);
        QVERIFY(refused(bad));
        bad = p;
        bad.entries[2].driver = bad.entries[1].driver;
        QVERIFY(refused(bad));
        QCOMPARE(store.value(QStringLiteral("SELECT count(*) FROM predictions")).toInt(), 0);
        QCOMPARE(store.value(QStringLiteral("SELECT count(*) FROM prediction_entries")).toInt(), 0);
        MUST(predictions.append(p));
    }

    // Every byte of every text, every bit of every number, of every row.
    void everyChangeIsFound()
    {
        Ledger ledger;
        ledger.unlock();
        Database& database = *ledger.store.database;
        int changes = 0;
        for (const QString& table : {QStringLiteral("predictions"), QStringLiteral("prediction_entries")}) {
            QStringList columns;
            {
                auto any = database.run(QStringLiteral("SELECT * FROM %1 LIMIT 1").arg(table));
                MUST(any);
                columns = any->columns();
            }
            std::vector<qint64> ids;
            auto keys = database.run(QStringLiteral("SELECT id FROM %1 ORDER BY id").arg(table));
            while (keys->next())
                ids.push_back(keys->integer(0));
            for (const qint64 id : ids)
                for (const QString& column : columns)
                    changes += flipAll(ledger.store, table, column, id);
        }
        QVERIFY2(changes > 5000, qPrintable(QString::number(changes)));
        qInfo("%d changes, all found", changes);
        MUST(LedgerCheck(database).run());
    }

    void missingAndForeignRowsAreFound_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char* sql : {
                 "DELETE FROM predictions WHERE id = 1",
                 "DELETE FROM predictions WHERE id = 2",
                 "DELETE FROM predictions WHERE id = 3",
                 "DELETE FROM prediction_entries WHERE id = 2002",
                 "INSERT INTO prediction_entries SELECT 2004, prediction_id, 'x', team, 4, "
                 "predicted_race_time, gap, "
                 "uncertainty, gap_low, gap_high, p_win, p_podium, p_points, p_retire, position_low, "
                 "position_high, p_lapped "
                 "FROM prediction_entries WHERE id = 2003",
             })
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }

    void missingAndForeignRowsAreFound()
    {
        QFETCH(QString, sql);
        Ledger ledger;
        ledger.unlock();
        MUST(ledger.store.database->run(sql));
        auto report = LedgerCheck(*ledger.store.database).run();
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Verification);
    }

    void theFirstMisfitIsNamed()
    {
        Ledger ledger;
        ledger.unlock();
        MUST(ledger.store.database->run(
            QStringLiteral("UPDATE predictions SET confidence_score = 0.1 WHERE id IN (2, 3)")));
        auto report = LedgerCheck(*ledger.store.database).run();
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(QStringLiteral("Prediction 2")) &&
                     report.error().message.contains(QStringLiteral("confidence_score")),
                 qPrintable(report.error().message));
    }

    void aMissingRecordIsNamed()
    {
        Ledger ledger;
        ledger.unlock();
        MUST(ledger.store.database->run(QStringLiteral("DELETE FROM predictions WHERE id = 2")));
        auto report = LedgerCheck(*ledger.store.database).run();
        QVERIFY(!report);
        QCOMPARE(report.error().message,
                 QStringLiteral("Prediction 2 does not fit: it is missing, the next is 3."));
    }

    // Bytes of the file itself, within the rows of the ledger.
    void damageToTheFileIsFound()
    {
        ON_FILES_ONLY();
        Ledger ledger;
        ledger.store.database.reset();
        const QByteArray whole = bytesOf(ledger.store.file);
        QList<qsizetype> offsets;
        for (const Prediction& prediction : ledger.frozen) {
            const qsizetype from = whole.indexOf(prediction.snapshot);
            QVERIFY(from > 0);
            const qsizetype last = prediction.snapshot.size() + 2 * 64 - 1; // with both hashes after it
            for (int i = 0; i < 40; ++i)
                offsets.append(from +
                               QRandomGenerator(static_cast<quint32>(i + 7 * prediction.id)).bounded(last));
        }
        for (const char* driver : {"leclercferrari", "hamiltonferrari"})
            for (qsizetype at = whole.indexOf(driver); at > 0; at = whole.indexOf(driver, at + 1))
                for (const qsizetype i : {0, 5, 12})
                    offsets.append(at + i);
        QVERIFY(offsets.size() > 120);
        for (const qsizetype offset : offsets) {
            QByteArray bytes = whole;
            bytes[offset] = static_cast<char>(bytes[offset] ^ (1 << (offset % 8)));
            writeBytes(ledger.store.file, bytes);
            auto database = Database::open(at(ledger.store.file));
            QVERIFY2(!database || !LedgerCheck(**database).run(), qPrintable(QString::number(offset)));
        }
    }

    void replaysEveryRecord()
    {
        Ledger ledger;
        std::vector<PredictionId> seen;
        const LedgerCheck check(*ledger.store.database);
        MUST(check.run([&](const Prediction& prediction) -> Status {
            seen.push_back(prediction.id);
            return {};
        }));
        QCOMPARE(seen, std::vector<PredictionId>({1, 2, 3}));
        auto report = check.run([](const Prediction& prediction) -> Status {
            return prediction.id == 2 ? fail(ErrorCode::Verification, QStringLiteral("other order"))
                                      : Status();
        });
        QVERIFY(!report);
        QCOMPARE(report.error().message, QStringLiteral("other order"));
    }

private:
    // Flips everything in one field, a bit at a time, and answers how many changes were made and found.
    static int flipAll(Store& store, const QString& table, const QString& column, qint64 id)
    {
        const QVariant value =
            store.value(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(column, table), {id});
        int changes = 0;
        for (int n = 0; const auto other = flipped(value, n); ++n) {
            auto transaction = Transaction::begin(*store.database);
            const bool text = other->typeId() == QMetaType::QByteArray;
            // A server stores only what is UTF-8.
            if (text && onServer() &&
                QString::fromUtf8(other->toByteArray()).toUtf8() != other->toByteArray())
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
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "LedgerTest.moc"
