#include "ui/dialogs/GridOrder.h"

#include <QTest>

using namespace parcferme;

class GridOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesPenalties_data();
    void appliesPenalties();
    void refusesOtherWords();
};

void GridOrderTest::appliesPenalties_data()
{
    // Drivers a to f qualified in this order; their penalties; "driver:grid" in the order of the grid.
    QTest::addColumn<QStringList>("penalties");
    QTest::addColumn<QString>("grid");
    QTest::newRow("none") << QStringList{{}, {}, {}, {}, {}, {}} << QStringLiteral("a1 b2 c3 d4 e5 f6");
    QTest::newRow("three places") << QStringList{QStringLiteral("+3"), {}, {}, {}, {}, {}}
                                  << QStringLiteral("b1 c2 d3 a4 e5 f6");
    QTest::newRow("more than there are")
        << QStringList{{}, QStringLiteral("10"), {}, {}, {}, {}} << QStringLiteral("a1 c2 d3 e4 f5 b6");
    QTest::newRow("back and pit lane")
        << QStringList{QStringLiteral("pit"), QStringLiteral("Back"), {}, {}, {}, {}}
        << QStringLiteral("c1 d2 e3 f4 b5 a0");
    QTest::newRow("two set back") << QStringList{QStringLiteral("+2"), QStringLiteral("+2"), {}, {}, {}, {}}
                                  << QStringLiteral("c1 a2 d3 b4 e5 f6");
}

void GridOrderTest::appliesPenalties()
{
    QFETCH(QStringList, penalties);
    QFETCH(QString, grid);
    std::vector<GridOrder::Line> lines;
    for (int i = 0; i < penalties.size(); ++i)
        lines.push_back({QString(QChar(u'a' + i)), penalties[i]});
    const auto places = GridOrder::places(lines);
    QVERIFY(places.has_value());
    QStringList words;
    for (const ManualGrid::Slot& slot : *places)
        words << slot.driver + QString::number(slot.grid);
    QCOMPARE(words.join(u' '), grid);
}

void GridOrderTest::refusesOtherWords()
{
    for (const QString& word : {QStringLiteral("five"), QStringLiteral("-5"), QStringLiteral("+0")}) {
        const auto places = GridOrder::places({{QStringLiteral("a"), word}});
        QVERIFY(!places.has_value());
        QVERIFY(places.error().message.contains(word));
    }
}

QTEST_MAIN(GridOrderTest)
#include "GridOrderTest.moc"
