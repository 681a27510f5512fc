#include "core/CanonicalJson.h"

#include <QJsonArray>
#include <QTest>

#include <bit>
#include <limits>
#include <random>

using namespace parcferme;

class CanonicalJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSpelling()
    {
        auto object = parseJsonObject("{ \"b\" : [1, 2.50, true, null, {}], \"a\": \"x\",\n \"B\":[] }");
        QVERIFY(object);
        QCOMPARE(canonicalJson(*object).value(),
                 QByteArray("{\"B\":[],\"a\":\"x\",\"b\":[1,2.5,true,null,{}]}"));
    }

    void numbers_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("whole") << 78.0 << QByteArray("78");
        QTest::newRow("negative") << -3.0 << QByteArray("-3");
        QTest::newRow("zero") << 0.0 << QByteArray("0");
        QTest::newRow("minus zero") << -0.0 << QByteArray("0");
        QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
        QTest::newRow("third") << 1.0 / 3 << QByteArray("0.3333333333333333");
        QTest::newRow("million") << 1e6 << QByteArray("1000000");
        QTest::newRow("2^53") << 9007199254740992.0 << QByteArray("9007199254740992");
        QTest::newRow("small") << 1e-7 << QByteArray("1e-07");
        QTest::newRow("smallest") << 5e-324 << QByteArray("5e-324");
    }

    void numbers()
    {
        QFETCH(double, number);
        QTEST(canonicalJson(number).value(), "text");
    }

    // Written, read and written again: the same bytes and the same double.
    void numbersRoundTrip()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 20000; ++i) {
            const double number = std::bit_cast<double>(random());
            if (!std::isfinite(number))
                continue;
            const QByteArray text = canonicalJson(QJsonArray{number}).value();
            auto object = parseJsonObject("{\"x\":" + text + '}');
            QVERIFY2(object, text.constData());
            const QJsonValue back = object->value(QLatin1StringView("x")).toArray().at(0);
            QCOMPARE(std::bit_cast<quint64>(back.toDouble()), std::bit_cast<quint64>(number));
            QCOMPARE(canonicalJson(QJsonArray{back}).value(), text);
        }
    }

    void bigIntegersKeepTheirDigits()
    {
        const qint64 big = std::numeric_limits<qint64>::max() - 1;
        QCOMPARE(canonicalJson(QJsonValue(big)).value(), QByteArray::number(big));
    }

    void notFiniteIsAnError()
    {
        for (const double bad :
             {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
            auto text = canonicalJson(QJsonObject{{QStringLiteral("a"), QJsonArray{1, bad}}});
            QVERIFY(!text);
            QCOMPARE(text.error().code, ErrorCode::Data);
        }
    }

    void strings()
    {
        const QString nasty = QStringLiteral("\"\\/\b\f\n\r\t\x01\x1f\x7f<\u00e9\U0001F3CE");
        const QByteArray text = canonicalJson(nasty).value();
        QCOMPARE(text, QByteArray("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f<\xc3\xa9\xf0\x9f\x8f\x8e\""));
        QCOMPARE(parseJsonObject("{\"x\":" + text + '}').value().value(QLatin1StringView("x")).toString(),
                 nasty);
    }

    void composedAndDecomposedAreOne()
    {
        QCOMPARE(canonicalJson(QStringLiteral("e\u0301")).value(),
                 canonicalJson(QStringLiteral("\u00e9")).value());
        auto twice =
            canonicalJson(QJsonObject{{QStringLiteral("e\u0301"), 1}, {QStringLiteral("\u00e9"), 2}});
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::Data);
    }

    void whatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "[]", "1", "{", "{\"a\":1}}", "{\"a\":NaN}", "{\"a\":\"\xff\"}", "<html>"})
            QTest::newRow(text) << QByteArray(text);
    }

    void whatIsNoObject()
    {
        QFETCH(QByteArray, text);
        auto object = parseJsonObject(text);
        QVERIFY(!object);
        QCOMPARE(object.error().code, ErrorCode::Data);
    }
};

QTEST_GUILESS_MAIN(CanonicalJsonTest)
#include "CanonicalJsonTest.moc"
