#include "store/StoreFixture.h"
#include "support/ProgramRun.h"
#include "support/TestDatabase.h"

#include "store/LedgerCheck.h"
#include "store/StateRepository.h"
#include "store/Transaction.h"

using namespace parcferme;
using namespace parcferme::test;

namespace {

// `cluster` with what it is asked for.
void cluster(const char* action, const QString& folder)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TLS"), QStringLiteral("1"));
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.start(QStringLiteral(PARCFERME_CLUSTER), {QString::fromLatin1(action), folder});
    if (!program.waitForFinished(300'000) || program.exitCode() != 0)
        qFatal("The server could not be brought to %s.", action);
}

QUrl withOptions(const QString& address, const QString& options)
{
    QUrl url(address);
    url.setQuery(options);
    return url;
}

Result<std::unique_ptr<Database>> opened(const QUrl& url)
{
    return Database::open(databaseFromUrl(url.toString(QUrl::FullyEncoded)).value());
}

} // namespace

// A server of its own, which goes away and comes back.
class ServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        cluster("start", server_);
        QFile file(server_ + QStringLiteral("/url"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        address_ = QString::fromUtf8(file.readAll()).trimmed();
    }

    void cleanupTestCase() { cluster("remove", server_); }

    void aRestartBetweenTwoOperationsIsNotNoticed()
    {
        const TestDatabase place(address_);
        auto database = Database::open(place.location());
        MUST(database);
        StateRepository state(**database);
        MUST(state.set(QStringLiteral("k"), QStringLiteral("1")));
        cluster("restart", server_);
        QCOMPARE(state.value(QStringLiteral("k")).value(), std::optional(QStringLiteral("1")));
        cluster("restart", server_);
        const auto race = RaceRepository(**database).insert(monaco());
        MUST(race);
        cluster("restart", server_);
        MUST(PredictionRepository(**database).append(draft(*race)));
        QCOMPARE(LedgerCheck(**database).run().value().predictions, 1);
    }

    void aRestartWithinATransactionKeepsNothingOfIt()
    {
        const TestDatabase place(address_);
        auto database = Database::open(place.location());
        MUST(database);
        StateRepository state(**database);
        {
            auto transaction = Transaction::begin(**database);
            MUST(transaction);
            auto inner = Transaction::begin(**database);
            MUST(inner);
            MUST(state.set(QStringLiteral("half"), QStringLiteral("1")));
            cluster("restart", server_);
            const auto lost = state.set(QStringLiteral("other half"), QStringLiteral("1"));
            QVERIFY(!lost);
            QCOMPARE(lost.error().code, ErrorCode::DatabaseAway);
            QVERIFY2(lost.error().text().contains(QStringLiteral("was lost")),
                     qPrintable(lost.error().text()));
            QVERIFY(!inner->commit());
            QVERIFY(!transaction->commit());
        }
        QVERIFY(stateKeys(**database).isEmpty());
        MUST(state.set(QStringLiteral("whole"), QStringLiteral("1")));
        QCOMPARE(stateKeys(**database).size(), 1);
    }

    void aServerThatIsAwayIsSaidInWords()
    {
        const TestDatabase place(address_);
        auto database = Database::open(place.location());
        MUST(database);
        cluster("stop", server_);
        const auto lost = StateRepository(**database).set(QStringLiteral("k"), QStringLiteral("v"));
        const auto closed = Database::open(place.location());
        const Ran program =
            cli(place.url(), {QStringLiteral("races"), QStringLiteral("--season"), QStringLiteral("2025")});
        cluster("restart", server_);
        QVERIFY(!lost && !closed);
        for (const Error& error : {lost.error(), closed.error()}) {
            QCOMPARE(error.code, ErrorCode::DatabaseAway);
            QVERIFY2(error.message.contains(QStringLiteral("cannot be reached")), qPrintable(error.message));
            QVERIFY2(error.message.contains(place.location().display()), qPrintable(error.message));
        }
        QCOMPARE(program.status, 1);
        QVERIFY2(program.err.contains("cannot be reached"), program.err.constData());
        QCOMPARE(program.err.trimmed().count('\n'), 0);
        const QByteArray password = place.location().server.password().toUtf8();
        QVERIFY(password.size() > 10 && !program.err.contains(password));
        // And it is back.
        MUST(StateRepository(**database).set(QStringLiteral("k"), QStringLiteral("v")));
    }

    void whatTheServerRefusesIsSaidInWords_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("words");
        const QString good = QString();
        QTest::newRow("password") << good << QStringLiteral("geheim") << good << good
                                  << QStringLiteral("password");
        QTest::newRow("user") << QStringLiteral("nobody") << good << good << good << QStringLiteral("user");
        QTest::newRow("database") << good << good << QStringLiteral("/nothing") << good
                                  << QStringLiteral("does not exist");
        QTest::newRow("certificate") << good << good << good << QStringLiteral("sslmode=verify-ca")
                                     << QStringLiteral("TLS");
        QTest::newRow("name in the certificate")
            << good << good << good << QStringLiteral("sslmode=verify-full&sslrootcert=CERT")
            << QStringLiteral("TLS");
    }

    void whatTheServerRefusesIsSaidInWords()
    {
        QFETCH(QString, user);
        QFETCH(QString, password);
        QFETCH(QString, name);
        QFETCH(QString, options);
        QFETCH(QString, words);
        QUrl url = withOptions(address_, options.replace(QStringLiteral("CERT"), certificate()));
        if (!user.isEmpty())
            url.setUserName(user);
        if (!password.isEmpty())
            url.setPassword(password);
        if (!name.isEmpty())
            url.setPath(name);
        const auto refused = opened(url);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Database);
        const QString text = refused.error().text();
        QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY2(!text.contains(url.password()) && !text.contains(QLatin1Char('\n')), qPrintable(text));
    }

    void tls_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("disable") << QStringLiteral("sslmode=disable") << false;
        QTest::newRow("prefer") << QStringLiteral("sslmode=prefer") << true;
        QTest::newRow("require") << QStringLiteral("sslmode=require") << true;
        QTest::newRow("verify-full") << QStringLiteral("sslmode=verify-full&sslrootcert=CERT") << true;
    }

    void tls()
    {
        QFETCH(QString, options);
        QFETCH(bool, encrypted);
        const TestDatabase place(address_);
        QUrl url = withOptions(place.url(), options.replace(QStringLiteral("CERT"), certificate()));
        url.setHost(QStringLiteral("localhost"));
        const auto database = opened(url);
        MUST(database);
        auto row =
            (*database)->run(QStringLiteral("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"));
        QVERIFY(row && row->next());
        QCOMPARE(row->value(0).toBool(), encrypted);
    }

    // A user who may not make tables, and a database that is of no use.
    void whatCannotHoldTheTablesIsSaidInWords()
    {
        const TestDatabase place(address_);
        {
            const BareConnection owner(place.location());
            owner.must(QStringLiteral("CREATE ROLE guest LOGIN PASSWORD 'guest of the house'"));
            owner.must(QStringLiteral("GRANT USAGE ON SCHEMA public TO guest"));
        }
        QUrl url(place.url());
        url.setUserName(QStringLiteral("guest"));
        url.setPassword(QStringLiteral("guest of the house"));
        const auto refused = opened(url);
        BareConnection(place.location()).must(QStringLiteral("DROP OWNED BY guest; DROP ROLE guest"));
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().contains(QStringLiteral("permission denied")),
                 qPrintable(refused.error().text()));

        BareConnection(databaseFromUrl(address_).value())
            .must(QStringLiteral("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"));
        url = QUrl(address_);
        url.setPath(QStringLiteral("/latin"));
        const auto latin = opened(url);
        QVERIFY(!latin);
        QVERIFY2(latin.error().text().contains(QStringLiteral("UTF8")), qPrintable(latin.error().text()));
    }

private:
    QString certificate() const { return server_ + QStringLiteral("/server.crt"); }

    QTemporaryDir folder_;
    QString server_ = folder_.filePath(QStringLiteral("server"));
    QString address_;
};

QTEST_GUILESS_MAIN(ServerTest)
#include "ServerTest.moc"
