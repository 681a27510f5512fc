#include "core/Search.h"

#include <QTest>

using namespace parcferme;

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void key_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::newRow("accents") << QStringLiteral("São Paulo") << QStringLiteral("sao paulo");
        QTest::newRow("decomposed") << QStringLiteral("Sa\u0303o Paulo") << QStringLiteral("sao paulo");
        QTest::newRow("umlaut") << QStringLiteral("NÜRBURGRING") << QStringLiteral("nurburgring");
        QTest::newRow("spaces") << QStringLiteral("  Las \t Vegas ") << QStringLiteral("las vegas");
        QTest::newRow("empty") << QString() << QString();
    }

    void key()
    {
        QFETCH(QString, text);
        QTEST(searchKey(text), "key");
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "SearchTest.moc"
