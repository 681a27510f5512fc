#include "domain/RaceMatch.h"

#include <QTest>

using namespace parcferme;

namespace {

Race race(RaceId id, const char* circuit, int month, int day, int year = 2020)
{
    Race r;
    r.id = id;
    r.year = year;
    r.round = static_cast<int>(id);
    r.circuit = QString::fromLatin1(circuit);
    r.eventDate = QDate(year, month, day);
    return r;
}

using Matches = std::vector<std::optional<RaceId>>;

} // namespace

class RaceMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bySeasonCircuitAndDateNeverByRound()
    {
        const std::vector<Race> stored = {race(1, "monza", 9, 6), race(2, "spa", 8, 30)};
        QCOMPARE(matchRaces({race(1, "spa", 8, 30), race(2, "monza", 9, 6)}, stored), Matches({2, 1}));
        QCOMPARE(matchRaces({race(1, "monza", 9, 6, 2021), race(2, "imola", 9, 6)}, stored),
                 Matches({std::nullopt, std::nullopt}));
    }

    void twoRacesAtOneCircuit()
    {
        const std::vector<Race> stored = {race(1, "red_bull_ring", 7, 5), race(2, "red_bull_ring", 7, 12)};
        QCOMPARE(matchRaces({race(9, "red_bull_ring", 7, 12), race(8, "red_bull_ring", 7, 5)}, stored),
                 Matches({2, 1}));
        // One is stored, both come: the equal date takes it, the other is new.
        QCOMPARE(matchRaces({race(8, "red_bull_ring", 7, 5), race(9, "red_bull_ring", 7, 12)}, {stored[1]}),
                 Matches({std::nullopt, 2}));
        // Both moved by a day.
        QCOMPARE(matchRaces({race(8, "red_bull_ring", 7, 6), race(9, "red_bull_ring", 7, 13)}, stored),
                 Matches({1, 2}));
    }

    void theNearestWithinSixtyDays()
    {
        const std::vector<Race> stored = {race(1, "bahrain", 3, 22)};
        QCOMPARE(matchRaces({race(5, "bahrain", 5, 21)}, stored), Matches({1}));            // 60 days
        QCOMPARE(matchRaces({race(5, "bahrain", 5, 22)}, stored), Matches({std::nullopt})); // 61
        QCOMPARE(matchRaces({race(5, "bahrain", 4, 20), race(6, "bahrain", 3, 29)}, stored),
                 Matches({std::nullopt, 1}));
    }

    void nothing()
    {
        QCOMPARE(matchRaces({}, {race(1, "monza", 9, 6)}), Matches());
        QCOMPARE(matchRaces({race(1, "monza", 9, 6)}, {}), Matches({std::nullopt}));
    }
};

QTEST_GUILESS_MAIN(RaceMatchTest)
#include "RaceMatchTest.moc"
