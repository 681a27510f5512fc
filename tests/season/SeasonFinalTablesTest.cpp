#include "History.h"
#include "Seasons.h"

#include "predictor/Lineage.h"
#include "season/Standings.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace parcferme;
using season::Standing;
using season::Standings;

namespace {

constexpr int FirstSeason = 2000;
constexpr int LastSeason = 2025;
constexpr int AfterTheLast = 99;

// Final tables as the source gives them, by season.
std::map<int, std::vector<test::CsvRow>> finalTables(const std::string& kind)
{
    std::map<int, std::vector<test::CsvRow>> tables;
    for (test::CsvRow& row : test::readCsv(PARCFERME_TEST_DATA "/standings/" + kind + ".csv"))
        tables[std::stoi(row["season"])].push_back(row);
    return tables;
}

using Decisions = std::span<const season::TeamDecision>;

Standings standings(const std::string& kind, const season::SeasonFacts& facts, int after,
                    Decisions decisions = season::teamDecisions())
{
    return kind == "drivers" ? season::driverStandings(facts, after)
                             : season::teamStandings(facts, after, decisions);
}

// The source gives no position to who has no point (to 2001) or was never classified (from 2002 on); here
// everybody has one, behind those whom the source ranks, by the places in which he did not count as
// classified.
const std::set<std::string> UnrankedDrivers = {
    "2000 herbert: 17 for 0",
    "2000 diniz: 18 for 0",
    "2000 gene: 19 for 0",
    "2000 heidfeld: 20 for 0",
    "2000 mazzacane: 21 for 0",
    "2000 alesi: 22 for 0",
    "2000 burti: 23 for 0",
    "2001 zonta: 19 for 0",
    "2001 burti: 20 for 0",
    "2001 bernoldi: 21 for 0",
    "2001 marques: 22 for 0",
    "2001 alonso: 23 for 0",
    "2001 enge: 24 for 0",
    "2001 mazzacane: 25 for 0",
    "2001 yoong: 26 for 0",
    "2002 davidson: 23 for 0",
    "2005 zonta: 26 for 0",
    "2005 davidson: 27 for 0",
    "2007 markus_winkelhock: 26 for 0",
    "2014 lotterer: 24 for 0",
    "2015 kevin_magnussen: 22 for 0",
    "2017 button: 24 for 0",
    "2017 resta: 24 for 0",
};
const std::set<std::string> UnrankedTeams = {"2000 minardi: 10 for 0", "2000 prost: 11 for 0",
                                             "2001 minardi: 11 for 0"};

// What no race result shows: without the rulings against teams, these lines would be wrong.
const std::set<std::string> RuledTeams = {
    "2000 mclaren: points",      // 162 for 152
    "2007 mclaren: points",      // 218 (the table that was never used) for none
    "2018 force_india: points",  // 111 for 52
    "2020 racing_point: points", // 210 for 195
    // and who gained a place by them
    "2007 mclaren: 1 for 0",
    "2007 ferrari: 2 for 1",
    "2007 bmw_sauber: 3 for 2",
    "2007 renault: 4 for 3",
    "2007 williams: 5 for 4",
    "2007 red_bull: 6 for 5",
    "2007 toyota: 7 for 6",
    "2007 toro_rosso: 8 for 7",
    "2007 honda: 9 for 8",
    "2007 super_aguri: 10 for 9",
    "2007 spyker: 11 for 10",
    "2018 force_india: 5 for 7",
    "2018 haas: 6 for 5",
    "2018 mclaren: 7 for 6",
    "2020 racing_point: 3 for 4",
    "2020 mclaren: 4 for 3",
};

// Sets in words, so that a failure says what differs.
QString inWords(const std::set<std::string>& found)
{
    QStringList lines;
    for (const std::string& line : found)
        lines.append(QString::fromStdString(line));
    return lines.join(QStringLiteral("; "));
}

// "season id: what differs" of every line of the real tables.
std::set<std::string> differences(const std::string& kind, Decisions decisions = season::teamDecisions())
{
    std::set<std::string> found;
    for (auto& [year, rows] : finalTables(kind)) {
        const Standings ours = standings(kind, test::seasonFacts(year), AfterTheLast, decisions);
        for (test::CsvRow& row : rows) {
            const std::string name = std::to_string(year) + " " + row["id"] + ": ";
            const auto line = std::ranges::find(ours.lines, row["id"], &Standing::id);
            if (line == ours.lines.end()) {
                found.insert(name + "missing");
                continue;
            }
            if (line->points != std::stod(row["points"]))
                found.insert(name + "points");
            if (line->wins != std::stoi(row["wins"]))
                found.insert(name + "wins");
            const int position = row["position"].empty() ? 0 : std::stoi(row["position"]);
            if (line->position != position)
                found.insert(name + std::to_string(line->position) + " for " + std::to_string(position));
        }
        if (ours.lines.size() != rows.size())
            found.insert(std::to_string(year) + ": number of lines");
    }
    return found;
}

} // namespace

// The real final tables of 2000 to 2025, every line of them.
class SeasonFinalTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areThoseOfTheSource()
    {
        QCOMPARE(finalTables("drivers").size(), std::size_t(LastSeason - FirstSeason + 1));
        QCOMPARE(finalTables("teams").size(), std::size_t(LastSeason - FirstSeason + 1));
        QCOMPARE(inWords(differences("drivers")), inWords(UnrankedDrivers));
        QCOMPARE(inWords(differences("teams")), inWords(UnrankedTeams));
    }

    void needTheRulingsAgainstTeams()
    {
        std::set<std::string> expected = RuledTeams;
        expected.insert(UnrankedTeams.begin(), UnrankedTeams.end());
        QCOMPARE(inWords(differences("teams", {})), inWords(expected));
    }

    void mergeATeamOfTwoNames()
    {
        // Midland became Spyker within 2006: two lines of the source, one here when the lineage says so.
        season::SeasonFacts facts = test::seasonFacts(2006);
        const Standings apart = season::teamStandings(facts, AfterTheLast);
        facts.lineage = predictor::lineageOf;
        const Standings together = season::teamStandings(facts, AfterTheLast);
        QCOMPARE(together.lines.size() + 1, apart.lines.size());
        const auto line = std::ranges::find(together.lines, "aston_martin", &Standing::id);
        QVERIFY(line != together.lines.end());
        QCOMPARE(line->team, std::string("spyker_mf1"));
        QCOMPARE(line->teams, (std::vector<std::string>{"mf1", "spyker_mf1"}));
    }

    void lineageTakesNoPointsFromAnybody()
    {
        for (int year = FirstSeason; year <= LastSeason; ++year) {
            season::SeasonFacts facts = test::seasonFacts(year);
            const Standings own = season::teamStandings(facts, AfterTheLast);
            facts.lineage = predictor::lineageOf;
            const Standings merged = season::teamStandings(facts, AfterTheLast);
            QCOMPARE(merged.lines.size(), own.lines.size() - (year == 2006 ? 1 : 0));
            for (const Standing& line : own.lines) {
                const auto same = std::ranges::find(merged.lines, line.team, &Standing::team);
                if (line.id != "mf1")
                    QCOMPARE(same->points, line.points);
            }
        }
    }

    void theChampionIsCertainSince_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("driver");
        QTest::addColumn<int>("round");
        QTest::addColumn<QString>("team");
        QTest::addColumn<int>("teamRound");
        const auto add = [](int year, const char* driver, int round, const char* team, int teamRound) {
            QTest::addRow("%d", year)
                << year << QString::fromLatin1(driver) << round << QString::fromLatin1(team) << teamRound;
        };
        add(2000, "michael_schumacher", 16, "ferrari", 17);
        add(2001, "michael_schumacher", 13, "ferrari", 13);
        add(2002, "michael_schumacher", 11, "ferrari", 13);
        add(2003, "michael_schumacher", 16, "ferrari", 16);
        add(2004, "michael_schumacher", 14, "ferrari", 13);
        add(2005, "alonso", 17, "renault", 19);
        add(2006, "alonso", 18, "renault", 18);
        add(2007, "raikkonen", 17, "ferrari", 14);
        add(2008, "hamilton", 18, "ferrari", 18);
        add(2009, "button", 16, "brawn", 16);
        add(2010, "vettel", 19, "red_bull", 18);
        add(2011, "vettel", 15, "red_bull", 16);
        add(2012, "vettel", 20, "red_bull", 19);
        add(2013, "vettel", 16, "red_bull", 16);
        add(2014, "hamilton", 19, "mercedes", 16);
        add(2015, "hamilton", 16, "mercedes", 15);
        add(2016, "rosberg", 21, "mercedes", 17);
        add(2017, "hamilton", 18, "mercedes", 17);
        add(2018, "hamilton", 19, "mercedes", 20);
        add(2019, "hamilton", 19, "mercedes", 17);
        add(2020, "hamilton", 14, "mercedes", 13);
        add(2021, "max_verstappen", 22, "mercedes", 22);
        add(2022, "max_verstappen", 18, "red_bull", 19);
        add(2023, "max_verstappen", 17, "red_bull", 16);
        add(2024, "max_verstappen", 22, "mclaren", 24);
        add(2025, "norris", 24, "mclaren", 18);
    }

    // Champions and the races at which they became it, as the sport remembers them.
    void theChampionIsCertainSince()
    {
        QFETCH(int, year);
        QFETCH(QString, driver);
        QFETCH(int, round);
        QFETCH(QString, team);
        QFETCH(int, teamRound);
        const season::SeasonFacts facts = test::seasonFacts(year);
        const auto check = [&](const std::string& kind, const QString& champion, int since) {
            const Standings final = standings(kind, facts, AfterTheLast);
            QVERIFY(final.decided);
            QCOMPARE(QString::fromStdString(final.lines.front().id), champion);
            QCOMPARE(final.lines.front().contest.since.value_or(0), since);
            // Known at that moment, and not a race earlier.
            QCOMPARE(standings(kind, facts, since).lines.front().contest.since.value_or(0), since);
            QVERIFY(!standings(kind, facts, since - 1).decided);
        };
        check("drivers", driver, round);
        check("teams", team, teamRound);
    }
};

QTEST_APPLESS_MAIN(SeasonFinalTablesTest)
#include "SeasonFinalTablesTest.moc"
