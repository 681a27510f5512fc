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
    SessionPart<ResultLine> part;
    part.season = 2024;
    part.round = round;
    part.circuit = QStringLiteral("monaco");
    part.date = QDate(2024, 5, 26);
    part.rows = std::move(lines);
    made.items.push_back(std::move(part));
    return made;
}

} // namespace

class PageMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutRaceIsPutTogether();
    void winnerOnThePageBefore();
    void duplicatesAreDropped();
    void sharedPlaces();
    void contradictions();
    void missingRows();
    void namelessAtACut();
    void fasterThanTheWinner();
};

void PageMergeTest::cutRaceIsPutTogether()
{
    ResultPage first = page(0, 4, 7, {line("a", 1, 78, 1000)});
    first.items.push_back(page(0, 4, 8, {line("b", 1, 78, 1000)}).items.front());
    first.items.back().date = QDate(2024, 6, 2);
    first.header.rows = 2;
    ResultPage second = page(2, 4, 8, {line("c", 2, 78, 2000), line("d", 3, 78, 3000)});
    second.items.front().date = QDate(2024, 6, 2);
    const auto races = mergeResultPages({first, second});
    QVERIFY(races.odd.whole());
    QCOMPARE(races.races.size(), 2u);
    QCOMPARE(races.races[1].round, 8);
    QCOMPARE(races.races[1].rows.size(), 3u);
    QCOMPARE(races.races[1].rows[2].driver, QStringLiteral("d"));
}

void PageMergeTest::winnerOnThePageBefore()
{
    const auto races =
        mergeResultPages({page(0, 4, 8, {line("a", 1, 78, 5'000'000), line("b", 2, 78, 5'001'500)}),
                          page(2, 4, 8, {line("c", 3, 78, 5'002'250), line("d", 4, 77, 5'003'000)})});
    QVERIFY(races.odd.whole());
    const auto& rows = races.races.front().rows;
    QCOMPARE(rows[0].time, std::optional(5000.0));
    QCOMPARE(rows[2].time, std::optional(5002.25));
    QCOMPARE(rows[3].time, std::nullopt); // a lap down: its own time is no race time
}

void PageMergeTest::duplicatesAreDropped()
{
    const auto races = mergeResultPages(
        {page(0, 3, 8, {line("a", 1, 78, 1000), line("a", 1, 78, 1000), line("b", 2, 78, 2000)}),
         page(2, 3, 8, {line("b", 2, 78, 2000), line("c", 3, 78, 3000)})});
    QVERIFY(races.odd.whole());
    QCOMPARE(races.races.front().rows.size(), 3u);
}

// Two drivers at one place stand as they come, and the later ones move down where they have to.
void PageMergeTest::sharedPlaces()
{
    for (const auto& [third, fourth] : {std::pair{2, 3}, std::pair{3, 4}}) {
        const auto races =
            mergeResultPages({page(0, 4, 8, {line("a", 1, 78, 1), line("b", 1, 78, 2)}),
                              page(2, 4, 8, {line("c", third, 78, 3), line("d", fourth, 78, 4)})});
        QVERIFY(races.odd.whole());
        QStringList order;
        for (const ResultRow& row : races.races.front().rows) {
            order.append(row.driver);
            QCOMPARE(row.position, static_cast<int>(order.size()));
        }
        QCOMPARE(order.join(QString()), QStringLiteral("abcd"));
        QCOMPARE(races.odd.notes.size(), 1);
        QVERIFY(races.odd.notes[0].contains(QStringLiteral("a and b at place 1")));
    }
}

void PageMergeTest::contradictions()
{
    // Round 8 is two races; round 7 is not touched by it.
    ResultPage first = page(0, 5, 7, {line("a", 1, 78, 1)});
    first.items.push_back(page(0, 5, 8, {line("a", 1, 78, 1)}).items.front());
    first.header.rows = 2;
    ResultPage elsewhere = page(2, 5, 8, {line("b", 2, 78, 3), line("c", 3, 78, 3)});
    elsewhere.items.front().circuit = QStringLiteral("spa");
    ResultPage last = page(4, 5, 9, {line("a", 1, 78, 1)});
    const auto merged = mergeResultPages({first, elsewhere, last});
    QCOMPARE(merged.races.size(), 2u);
    QCOMPARE(merged.races[0].round, 7);
    QCOMPARE(merged.races[1].round, 9);
    QCOMPARE(merged.odd.refused.size(), 1u);
    QCOMPARE(merged.odd.refused[0].round, 8);
    QVERIFY(merged.odd.refused[0].why.contains(QStringLiteral("two different races as round 8 of 2024")));
}

// Rows that do not come cost the races that they may be of: those of the page, and what goes on across its
// cuts.
void PageMergeTest::missingRows()
{
    ResultPage before = page(0, 8, 5, {line("a", 1, 78, 1)});
    before.items.push_back(page(0, 8, 6, {line("a", 1, 78, 1)}).items.front());
    before.header.rows = 2;
    const ResultPage whole = page(2, 8, 7, {line("a", 1, 78, 1), line("b", 2, 78, 2)});
    const ResultPage cut = page(4, 8, 8, {line("a", 1, 78, 1)});
    ResultPage after = page(6, 8, 9, {line("a", 1, 78, 1)});
    after.items.push_back(page(6, 8, 10, {line("a", 1, 78, 1)}).items.front());
    after.header.rows = 2;
    const auto merged = mergeResultPages({before, whole, cut, after});
    QList<int> used;
    for (const auto& race : merged.races)
        used.append(race.round);
    QCOMPARE(used, (QList<int>{5, 6, 10}));
    QCOMPARE(merged.odd.refused.size(), 3u);
    for (const RefusedRace& race : merged.odd.refused)
        QVERIFY2(race.why.contains(QStringLiteral("1 of 2 rows")), qPrintable(race.why));

    const auto gap = mergeResultPages({page(0, 2, 8, {line("a", 1, 78, 1), line("c", 3, 78, 3)})});
    QVERIFY(gap.races.empty());
    QVERIFY(gap.odd.refused[0].why.contains(QStringLiteral("nobody at place 2")));
}

// A race that does not say which one it is may be the rest of the race before the cut, or its beginning.
void PageMergeTest::namelessAtACut()
{
    ResultPage nameless = page(2, 6, 0, {line("c", 3, 78, 1), line("d", 4, 78, 2)});
    nameless.items.front().season = 0;
    nameless.items.front().refused = QStringLiteral("season is missing.");
    const auto merged = mergeResultPages({page(0, 6, 8, {line("a", 1, 78, 1), line("b", 2, 78, 2)}), nameless,
                                          page(4, 6, 9, {line("a", 1, 78, 1), line("b", 2, 78, 2)})});
    QVERIFY(merged.races.empty());
    QCOMPARE(merged.odd.refused.size(), 3u);
}

void PageMergeTest::fasterThanTheWinner()
{
    const auto merged = mergeResultPages({page(0, 2, 8, {line("a", 1, 78, 5000), line("b", 2, 78, 4000)})});
    QVERIFY(merged.odd.whole());
    QCOMPARE(merged.races.front().rows[1].time, std::nullopt);
    QVERIFY(merged.odd.notes.join(QString()).contains(QStringLiteral("b faster than the winner")));
}

QTEST_GUILESS_MAIN(PageMergeTest)
#include "PageMergeTest.moc"
