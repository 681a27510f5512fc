#include "core/Csv.h"

#include <QTest>

using namespace parcferme;

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("LF") << QByteArray("a,b\n1,2\n3,\n");
        QTest::newRow("no last line break") << QByteArray("a,b\n1,2\n3,");
        QTest::newRow("CRLF") << QByteArray("a,b\r\n1,2\r\n3,\r\n");
        QTest::newRow("BOM") << QByteArray("\xef\xbb\xbf"
                                           "a,b\n1,2\n3,\n");
        QTest::newRow("quoted") << QByteArray("\"a\",\"b\"\n\"1\",\"2\"\n3,\"\"\n");
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        auto table = readCsv(text);
        QVERIFY(table);
        QCOMPARE(table->header, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(table->rows.size(), std::size_t(2));
        QCOMPARE(table->rows[0], QStringList({QStringLiteral("1"), QStringLiteral("2")}));
        QCOMPARE(table->rows[1], QStringList({QStringLiteral("3"), QString()}));
        QCOMPARE(table->column(QStringLiteral("b")), 1);
        QCOMPARE(table->column(QStringLiteral("c")), -1);
    }

    void quotes()
    {
        auto table = readCsv("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n");
        QVERIFY(table);
        QCOMPARE(table->rows[0], QStringList({QStringLiteral("x, \"y\""), QStringLiteral("two\nlines")}));
    }

    void errorsNameTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("no header");
        QTest::newRow("too few") << QByteArray("a,b\n1,2\n3\n") << QStringLiteral("Line 3 has 1 fields");
        QTest::newRow("too many") << QByteArray("a,b\n1,2,3\n") << QStringLiteral("Line 2 has 3 fields");
        QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n3,4\n") << QStringLiteral("Line 2: a quote");
        QTest::newRow("after a quote")
            << QByteArray("a,b\n1,\"2\"x\n") << QStringLiteral("Line 2: text after");
        QTest::newRow("after lines in a field")
            << QByteArray("a,b\n1,\"2\n2\"\n3\n") << QStringLiteral("Line 4 has");
    }

    void errorsNameTheLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        auto table = readCsv(text);
        QVERIFY(!table);
        QCOMPARE(table.error().code, ErrorCode::Data);
        QVERIFY2(table.error().message.contains(message), qPrintable(table.error().message));
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "CsvTest.moc"
