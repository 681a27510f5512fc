#include "Tampering.h"

#include "store/LedgerCheck.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

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

    void unlock() { test::unlock(store); }

    Store store;
    std::vector<Prediction> frozen;
};

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
        const int changes = flipEverything(
            ledger.store, {QStringLiteral("predictions"), QStringLiteral("prediction_entries")});
        QVERIFY2(changes > 5000, qPrintable(QString::number(changes)));
        qInfo("%d changes, all found", changes);
        MUST(LedgerCheck(*ledger.store.database).run());
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
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "LedgerTest.moc"
