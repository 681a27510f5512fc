#include "FakeSource.h"
#include "export/MetricsOutput.h"
#include "export/PredictionOutput.h"
#include "export/ReportOutput.h"
#include "source/timestamp/TimestampAuthority.h"
#include "store/Database.h"
#include "store/HistoryUpdate.h"
#include "support/RaceSample.h"
#include "tracker/Tracker.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;

// Databases of released versions, each in a folder of tests/data/ledgers named after the version, beside what
// that version said of it. Today's program opens a copy and says the same, value for value.
class ReleasedLedgersTest : public QObject
{
    Q_OBJECT

private:
    // A copy of a released database, opened as the program does it.
    struct Released
    {
        explicit Released(const QString& version)
            : folder(QStringLiteral(PARCFERME_TEST_DATA "/ledgers/") + version),
              clock(test::utc("2026-06-28T12:00:00Z"))
        {
            Settings settings;
            settings.database.sqliteFile = place.filePath(QStringLiteral("ledger.sqlite"));
            if (!QFile::copy(folder.filePath(QStringLiteral("ledger.sqlite")), settings.database.sqliteFile))
                qFatal("The database of %s is missing.", qPrintable(version));
            QFile::setPermissions(settings.database.sqliteFile, QFile::ReadOwner | QFile::WriteOwner);
            auto database = Database::open(settings.database);
            if (!database)
                qFatal("%s", qPrintable(database.error().text()));
            const auto merged = HistoryUpdate(**database).mergeIfNewer(QStringLiteral(PARCFERME_HISTORY));
            if (!merged)
                qFatal("%s", qPrintable(merged.error().text()));
            tracker = std::make_unique<Tracker>(std::move(*database), std::make_unique<FakeSource>(clock),
                                                clock, settings);
        }

        QJsonDocument saved(const QString& file) const
        {
            QJsonParseError error;
            const QJsonDocument document = QJsonDocument::fromJson(bytes(file), &error);
            if (error.error != QJsonParseError::NoError)
                qFatal("%s: %s", qPrintable(file), qPrintable(error.errorString()));
            return document;
        }

        QByteArray bytes(const QString& file) const
        {
            QFile saved(folder.filePath(file));
            return saved.open(QIODevice::ReadOnly) ? saved.readAll() : QByteArray();
        }

        QStringList files(const char* pattern) const
        {
            return folder.entryList({QString::fromLatin1(pattern)}, QDir::Files);
        }

        QDir folder;
        QTemporaryDir place;
        FixedClock clock;
        std::unique_ptr<Tracker> tracker;
    };

    // Where today's value is not the saved one; empty when all of it is. Fields that came later may stand
    // beside the saved ones.
    static QString difference(const QJsonValue& saved, const QJsonValue& today, const QString& place)
    {
        if (saved.isObject() && today.isObject()) {
            const QJsonObject fields = saved.toObject();
            for (auto field = fields.begin(); field != fields.end(); ++field)
                if (const QString found = difference(field.value(), today.toObject().value(field.key()),
                                                     place + QLatin1Char('.') + field.key());
                    !found.isEmpty())
                    return found;
            return {};
        }
        if (saved.isArray() && today.isArray()) {
            const QJsonArray one = saved.toArray(), other = today.toArray();
            if (one.size() != other.size())
                return QStringLiteral("%1 has %2 values, not %3")
                    .arg(place)
                    .arg(other.size())
                    .arg(one.size());
            for (qsizetype i = 0; i < one.size(); ++i)
                if (const QString found =
                        difference(one[i], other[i], QStringLiteral("%1[%2]").arg(place).arg(i));
                    !found.isEmpty())
                    return found;
            return {};
        }
        return saved == today ? QString()
                              : QStringLiteral("%1 is %2, not %3")
                                    .arg(place, QString::fromUtf8(QJsonDocument({today}).toJson()),
                                         QString::fromUtf8(QJsonDocument({saved}).toJson()));
    }

    static QString difference(const QJsonDocument& saved, const QJsonValue& today, const QString& place)
    {
        return difference(saved.isArray() ? QJsonValue(saved.array()) : QJsonValue(saved.object()), today,
                          place);
    }

private Q_SLOTS:
    void predictionsAreTheSame_data() { versions(); }
    void metricsAreTheSame_data() { versions(); }
    void recordIsTheSame_data() { versions(); }
    void ledgerVerifies_data() { versions(); }

    void predictionsAreTheSame()
    {
        QFETCH(const QString, version);
        const Released released(version);
        const QStringList files = released.files("prediction-*.json");
        QVERIFY(!files.isEmpty());
        for (const QString& file : files) {
            const QJsonDocument saved = released.saved(file);
            const auto page =
                released.tracker->details(saved.object().value(QLatin1StringView("race_id")).toInteger());
            QVERIFY2(page, page ? "" : qPrintable(page.error().text()));
            QVERIFY(page->prediction);
            // Nothing is shown that the record does not hold.
            const bool whole = page->prediction->prediction.format >= 2;
            QCOMPARE(page->prediction->forecast.drivers.front().positions.empty(), !whole);
            QCOMPARE(page->prediction->forecast.inputNames.empty(), !whole);
            QCOMPARE(difference(saved, predictionJson(*page->prediction), file), QString());
        }
    }

    void metricsAreTheSame()
    {
        QFETCH(const QString, version);
        const Released released(version);
        const QStringList files = released.files("metrics-*.json");
        QVERIFY(!files.isEmpty());
        for (const QString& file : files) {
            const QJsonDocument saved = released.saved(file);
            const auto page = released.tracker->details(
                saved[0].toObject().value(QLatin1StringView("race_id")).toInteger());
            QVERIFY2(page, page ? "" : qPrintable(page.error().text()));
            QCOMPARE(difference(saved, metricsJson(page->evaluations), file), QString());
        }
    }

    void recordIsTheSame()
    {
        QFETCH(const QString, version);
        const Released released(version);
        const auto record = released.tracker->record({});
        QVERIFY2(record, record ? "" : qPrintable(record.error().text()));
        QCOMPARE(difference(released.saved(QStringLiteral("record.json")), recordJson(*record),
                            QStringLiteral("record")),
                 QString());
    }

    void ledgerVerifies()
    {
        QFETCH(const QString, version);
        const Released released(version);
        const QByteArray proof = released.bytes(QStringLiteral("proof.txt"));
        QVERIFY(!proof.isEmpty());
        const auto report = released.tracker->verify(Progress(), proof);
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        QCOMPARE(report->problems, QStringList());
        QCOMPARE(report->proofLength, std::optional(report->length));
        QCOMPARE(report->replayed + report->notReplayed, report->length);
    }

private:
    static void versions()
    {
        QTest::addColumn<QString>("version");
        for (const QString& version : QDir(QStringLiteral(PARCFERME_TEST_DATA "/ledgers"))
                                          .entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(version)) << version;
    }
};

QTEST_GUILESS_MAIN(ReleasedLedgersTest)
#include "ReleasedLedgersTest.moc"
