#include "source/jolpica/PageMerge.h"

#include <QTest>

using namespace parcferme;

namespace {

ResultLine line(const char* driver, int position, int laps, std::optional<int> total)
{
    ResultLine made;
    made.row.driver = QString::fromLatin1(driver);
    made.row.position = position;
    made.row.laps = laps;
    made.total = total;
    return made;
}

// One page of one race.
ResultPage page(int offset, int total, int round, std::vector<ResultLine> lines)
{
    ResultPage made;
    made.header = {2, offset, total, static_cast<int>(lines.size())};
    made.items.push_back({2024, round, QStringLiteral("monaco"), QDate(2024, 5, 26), std::move(lines)});
    return made;
}

} // namespace

class TestPageMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutRaceIsPutTogether();
    void winnerOnThePageBefore();
    void duplicatesAreDropped();
    void contradictions();
    void missingRows();
    void fasterThanTheWinner();
};

void TestPageMerge::cutRaceIsPutTogether()
{
    ResultPage first = page(0, 4, 7, {line("a", 1, 78, 1000)});
    first.items.push_back({2024, 8, QStringLiteral("monaco"), QDate(2024, 6, 2), {line("b", 1, 78, 1000)}});
    first.header.rows = 2;
    ResultPage second = page(2, 4, 8, {line("c", 2, 78, 2000), line("d", 3, 78, 3000)});
    second.items.front().date = QDate(2024, 6, 2);
    const auto races = mergeResultPages({first, second});
    QVERIFY(races);
    QCOMPARE(races->size(), 2u);
    QCOMPARE((*races)[1].round, 8);
    QCOMPARE((*races)[1].rows.size(), 3u);
    QCOMPARE((*races)[1].rows[2].driver, QStringLiteral("d"));
}

void TestPageMerge::winnerOnThePageBefore()
{
    const auto races =
        mergeResultPages({page(0, 4, 8, {line("a", 1, 78, 5'000'000), line("b", 2, 78, 5'001'500)}),
                          page(2, 4, 8, {line("c", 3, 78, 5'002'250), line("d", 4, 77, 5'003'000)})});
    QVERIFY(races);
    const auto& rows = races->front().rows;
    QCOMPARE(rows[0].time, std::optional(5000.0));
    QCOMPARE(rows[2].time, std::optional(5002.25));
    QCOMPARE(rows[3].time, std::nullopt); // a lap down: its own time is no race time
}

void TestPageMerge::duplicatesAreDropped()
{
    const auto races = mergeResultPages(
        {page(0, 3, 8, {line("a", 1, 78, 1000), line("a", 1, 78, 1000), line("b", 2, 78, 2000)}),
         page(2, 3, 8, {line("b", 2, 78, 2000), line("c", 3, 78, 3000)})});
    QVERIFY(races);
    QCOMPARE(races->front().rows.size(), 3u);
}

void TestPageMerge::contradictions()
{
    ResultPage elsewhere = page(2, 3, 8, {line("c", 3, 78, 3000)});
    elsewhere.items.front().circuit = QStringLiteral("spa");
    const auto twoRaces =
        mergeResultPages({page(0, 3, 8, {line("a", 1, 78, 1), line("b", 2, 78, 2)}), elsewhere});
    QVERIFY(!twoRaces);
    QCOMPARE(twoRaces.error().code, ErrorCode::Data);
    QVERIFY(twoRaces.error().message.contains(QStringLiteral("round 8 of 2024")));

    const auto samePlace = mergeResultPages({page(0, 2, 8, {line("a", 1, 78, 1), line("b", 1, 78, 2)})});
    QVERIFY(!samePlace);
    QVERIFY(samePlace.error().message.contains(QStringLiteral("two drivers at place 1")));
}

void TestPageMerge::missingRows()
{
    const auto short1 = mergeResultPages({page(0, 4, 8, {line("a", 1, 78, 1), line("b", 2, 78, 2)})});
    QVERIFY(!short1);
    QVERIFY(short1.error().message.contains(QStringLiteral("2 of 4 rows")));
    const auto gap = mergeResultPages({page(0, 2, 8, {line("a", 1, 78, 1), line("c", 3, 78, 3)})});
    QVERIFY(!gap);
    QVERIFY(gap.error().message.contains(QStringLiteral("nobody at place 2")));
}

void TestPageMerge::fasterThanTheWinner()
{
    const auto races = mergeResultPages({page(0, 2, 8, {line("a", 1, 78, 5000), line("b", 2, 78, 4000)})});
    QVERIFY(races);
    QCOMPARE(races->front().rows[1].time, std::nullopt);
}

QTEST_GUILESS_MAIN(TestPageMerge)
#include "TestPageMerge.moc"
