#include "service/Access.h"

#include <QTest>

using namespace parcferme;

class AccessTest : public QObject
{
    Q_OBJECT

private:
    static Result<ServiceOptions> resolve(const char* host, const char* port, const char* origins = "",
                                          const char* token = "")
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("ALLOWED_ORIGINS"), QString::fromUtf8(origins));
        environment.insert(QStringLiteral("API_TOKEN"), QString::fromUtf8(token));
        return ServiceOptions::resolve(environment, QString::fromLatin1(host), QString::fromLatin1(port));
    }

    static ServiceOptions with(const QList<QByteArray>& origins, const QByteArray& token)
    {
        ServiceOptions options;
        options.origins = origins;
        options.token = token;
        return options;
    }

private Q_SLOTS:
    void loopbackIsTheDefault()
    {
        const auto options = resolve("", "");
        QVERIFY(options);
        QCOMPARE(options->host, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(options->port, 8000);
        QVERIFY(options->origins.isEmpty());
        QVERIFY(options->token.isEmpty());
        QVERIFY(resolve("localhost", "0")->host.isLoopback());
        QVERIFY(resolve("::1", "65535")->host.isLoopback());
    }

    void wrongSettingsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("port");
        QTest::addColumn<QByteArray>("origins");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("named");
        const QByteArray none;
        const QByteArray secret = "0123456789abcdef";
        QTest::newRow("host name") << QByteArray("example.org") << none << none << none
                                   << "--host is \"example.org\"";
        QTest::newRow("port") << none << QByteArray("65536") << none << none << "--port is \"65536\"";
        QTest::newRow("port word") << none << QByteArray("http") << none << none
                                   << "from 0 (any free one) to 65535";
        QTest::newRow("origin without scheme")
            << none << none << QByteArray("example.org") << none << "ALLOWED_ORIGINS is \"example.org\"";
        QTest::newRow("origin with a path")
            << none << none << QByteArray("https://a,https://example.org/") << none << "https://example.org/";
        QTest::newRow("origin of a file")
            << none << none << QByteArray("file:///x") << none << "ALLOWED_ORIGINS";
        QTest::newRow("short token") << none << none << none << secret.chopped(1)
                                     << "API_TOKEN has 15 characters";
        QTest::newRow("token with a space")
            << none << none << none << QByteArray("0123456789 abcdef") << "API_TOKEN";
        QTest::newRow("beyond loopback")
            << QByteArray("0.0.0.0") << none << none << none << "API_TOKEN is not set";
        QTest::newRow("any IPv6") << QByteArray("::") << none << none << none << "API_TOKEN is not set";
    }

    void wrongSettingsAreNamed()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, port);
        QFETCH(QByteArray, origins);
        QFETCH(QByteArray, token);
        QFETCH(QString, named);
        const auto options = resolve(host, port, origins, token);
        QVERIFY(!options);
        QVERIFY(options.error().code == ErrorCode::Usage);
        QVERIFY2(options.error().message.contains(named), qPrintable(options.error().message));
        if (!token.isEmpty())
            QVERIFY(!options.error().text().contains(QString::fromUtf8(token)));
    }

    void aTokenOpensTheOutside()
    {
        const auto options =
            resolve("0.0.0.0", "80", "https://a.example, http://localhost:3000", "0123456789abcdef");
        QVERIFY(options);
        QCOMPARE(options->origins, (QList<QByteArray>{"https://a.example", "http://localhost:3000"}));
    }

    void theTokenIsComparedWhole()
    {
        const Access access(with({}, "0123456789abcdef"));
        const auto status = [&](const QByteArray& authorization) {
            const auto refusal = access.refusesToken({"h", {}, authorization, {}});
            return refusal ? refusal->status : 200;
        };
        QCOMPARE(status("Bearer 0123456789abcdef"), 200);
        for (const char* wrong :
             {"", "Bearer", "Bearer ", "0123456789abcdef", "Bearer 0123456789abcde",
              "Bearer 0123456789abcdeg", "Bearer 0123456789abcdef0", "bearer 0123456789ABCDEF",
              "Basic 0123456789abcdef", "Bearer  0123456789abcdef"})
            QCOMPARE(status(wrong), 401);
        QVERIFY(!Access(with({}, {})).refusesToken({"localhost", {}, {}, {}}));
    }

    void pagesOfOtherOriginsAreRefused()
    {
        const Access access(with({"https://a.example"}, {}));
        const auto refused = [&](const QByteArray& origin) {
            return access.refusesPage({"localhost:8000", origin, {}, {}}, false).has_value();
        };
        QVERIFY(!refused(""));
        QVERIFY(!refused("https://a.example"));
        QVERIFY(!refused("https://A.example"));
        for (const char* origin : {"http://a.example", "https://a.example:8443", "https://a.example.evil.org",
                                   "https://b.example", "null", "*"})
            QVERIFY2(refused(origin), origin);
        QCOMPARE(access.allowedOrigin("https://a.example"), QByteArray("https://a.example"));
        QCOMPARE(access.allowedOrigin("https://b.example"), QByteArray());
        QCOMPARE(Access(with({"*"}, {})).allowedOrigin("https://b.example"), QByteArray("*"));
    }

    // A form or a link of a page elsewhere comes without an origin, and the browser says where it is from.
    void pagesElsewhereChangeNothing()
    {
        const Access access(with({"https://a.example"}, {}));
        const auto refused = [&](const QByteArray& origin, const QByteArray& site, bool changes) {
            return access.refusesPage({"localhost", origin, {}, site}, changes).has_value();
        };
        QVERIFY(refused("", "cross-site", true));
        QVERIFY(refused("", "Cross-Site", true));
        QVERIFY(!refused("", "cross-site", false));
        QVERIFY(!refused("", "same-origin", true));
        QVERIFY(!refused("", "none", true));
        QVERIFY(!refused("", "", true));
        QVERIFY(!refused("https://a.example", "cross-site", true)); // ALLOWED_ORIGINS lists it
        QVERIFY(refused("https://b.example", "cross-site", true));
    }

    // A page can give its own name the address of this machine; the name then still stands in Host.
    void otherNamesOfThisMachineAreRefused()
    {
        const Access access(with({}, {}));
        for (const char* host : {"localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "127.1.2.3",
                                 "[::1]:80", "[::1]", ""})
            QVERIFY2(!access.refusesPage({host, {}, {}, {}}, false), host);
        for (const char* host :
             {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1"})
            QVERIFY2(access.refusesPage({host, {}, {}, {}}, false), host);
        QVERIFY(!Access(with({}, "0123456789abcdef")).refusesPage({"api.example", {}, {}, {}}, false));
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "AccessTest.moc"
