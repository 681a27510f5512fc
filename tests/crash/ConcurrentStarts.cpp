#include "CrashBench.h"

#include "store/Database.h"
#include "store/LedgerCheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace parcferme;

// Real processes of parcferme-cli at once on one database.
class ConcurrentStarts : public QObject
{
    Q_OBJECT

private:
    static constexpr int Programs = 6;

    struct Said
    {
        int status = -1;
        QByteArray out;
        QByteArray errors;
    };

    // All started before any is waited for.
    static std::vector<Said> atOnce(const QTemporaryDir& folder, const QStringList& arguments)
    {
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < Programs; ++i) {
            programs.push_back(std::make_unique<QProcess>());
            programs.back()->start(
                QStringLiteral(PARCFERME_CLI),
                arguments +
                    QStringList{QStringLiteral("--json"), QStringLiteral("--offline"),
                                QStringLiteral("--database"),
                                QStringLiteral("sqlite:///") + folder.filePath(QStringLiteral("p.sqlite")),
                                QStringLiteral("--cache"), folder.filePath(QStringLiteral("cache"))});
        }
        std::vector<Said> said;
        for (const auto& program : programs) {
            program->waitForFinished(120'000);
            said.push_back({program->exitStatus() == QProcess::NormalExit ? program->exitCode() : -1,
                            program->readAllStandardOutput(), program->readAllStandardError()});
        }
        return said;
    }

    static std::unique_ptr<Database> databaseIn(const QTemporaryDir& folder)
    {
        DatabaseLocation location;
        location.sqliteFile = folder.filePath(QStringLiteral("p.sqlite"));
        auto database = Database::connect(location);
        return database ? std::move(*database) : nullptr;
    }

    static int count(Database& database, const char* table)
    {
        auto row = database.run(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1StringView(table)));
        return row && row->next() ? static_cast<int>(row->integer(0)) : -1;
    }

private Q_SLOTS:
    void freezeOnePrediction()
    {
        QTemporaryDir folder;
        QVERIFY(atOnce(folder, {QStringLiteral("races"), QStringLiteral("--season"), QStringLiteral("2025")})
                    .front()
                    .status == 0);
        for (int round = 1; round <= 4; ++round) {
            QSet<QString> hashes;
            QSet<int> ids;
            for (const Said& said : atOnce(
                     folder, {QStringLiteral("predict"), QStringLiteral("2025"), QString::number(round)})) {
                QVERIFY2(said.status == 0, said.errors.constData());
                QVERIFY2(!said.errors.toLower().contains("locked"), said.errors.constData());
                const QJsonObject prediction = QJsonDocument::fromJson(said.out).object();
                hashes.insert(prediction.value(QLatin1StringView("hash")).toString());
                ids.insert(prediction.value(QLatin1StringView("id")).toInt());
            }
            QCOMPARE(hashes.size(), 1);
            QCOMPARE(hashes.begin()->size(), 64);
            QCOMPARE(ids, QSet<int>{round});
        }
        const auto database = databaseIn(folder);
        QCOMPARE(count(*database, "predictions"), 4);
        const auto chain = LedgerCheck(*database).run();
        QVERIFY2(chain, chain ? "" : qPrintable(chain.error().text()));
    }

    // First start: schema and history, once each.
    void mergeTheHistoryOnce()
    {
        QTemporaryDir folder;
        QByteArray first;
        for (const Said& said :
             atOnce(folder, {QStringLiteral("races"), QStringLiteral("--season"), QStringLiteral("2024")})) {
            QVERIFY2(said.status == 0, said.errors.constData());
            QVERIFY2(said.errors.isEmpty(), said.errors.constData());
            if (first.isEmpty())
                first = said.out;
            QCOMPARE(said.out, first);
        }
        const auto database = databaseIn(folder);
        QVERIFY(count(*database, "races") > 300);
        QVERIFY(database->checkIntegrity());
    }
};

QTEST_GUILESS_MAIN(ConcurrentStarts)
#include "ConcurrentStarts.moc"
