#include "History.h"
#include "Seasons.h"

#include "predictor/Lineage.h"
#include "season/Outlook.h"
#include "season/Simulation.h"
#include "season/Standings.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace parcferme;

namespace {

using Key = std::pair<int, int>; // season, round
using Rows = std::vector<test::CsvRow>;

season::SeasonFacts factsOf(int year)
{
    season::SeasonFacts facts = test::seasonFacts(year);
    facts.lineage = predictor::lineageOf;
    // The reference takes sprints from the history's dates, which begin in 2024: for it 2021 had none to
    // come.
    if (year < 2024) {
        for (season::Weekend& weekend : facts.calendar)
            weekend.sprint = false;
    }
    return facts;
}

// The state that the vectors were simulated from; points and wins are those of our own tables.
season::Origin originOf(const season::SeasonFacts& facts, int after, Rows& rows)
{
    season::Origin origin;
    origin.season = facts.season;
    origin.round = after;
    origin.drivers = season::soFar(season::driverStandings(facts, after));
    origin.teams = season::soFar(season::teamStandings(facts, after));
    for (test::CsvRow& row : rows) {
        if (row["kind"] != "driver")
            continue;
        origin.sigma = std::stod(row["sigma"]);
        origin.lineup.push_back({row["id"], row["team"], std::stod(row["mu"]), std::stod(row["p_dnf"])});
    }
    return origin;
}

// The vectors are written with ten digits: what was counted must be equal, not near.
bool same(double value, const std::string& expected)
{
    return std::abs(value - std::stod(expected)) < 5e-7;
}

std::vector<std::string> differences(const season::Expectation& found, test::CsvRow row)
{
    std::vector<std::string> wrong;
    const std::pair<const char*, double> values[] = {
        {"points_now", found.points}, {"mean", found.final.mean}, {"q10", found.final.low},
        {"q50", found.final.median},  {"q90", found.final.high},  {"p_title", found.pTitle},
    };
    for (const auto& [column, value] : values) {
        if (!same(value, row[column]))
            wrong.push_back(column + (": " + std::to_string(value) + " for ") + row[column]);
    }
    return wrong;
}

} // namespace

// Six seasons of the reference, of every rule and count of sprints: each of the 10,000 simulations must
// agree.
class SeasonVectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreeWithTheReference()
    {
        std::map<Key, Rows> seasons;
        for (test::CsvRow& row : test::readCsv(PARCFERME_TEST_DATA "/season/vectors.csv"))
            seasons[{std::stoi(row["season"]), std::stoi(row["after"])}].push_back(row);
        QCOMPARE(seasons.size(), std::size_t(6));

        int compared = 0;
        for (auto& [key, rows] : seasons) {
            const season::SeasonFacts facts = factsOf(key.first);
            const season::Origin origin = originOf(facts, key.second, rows);
            const auto outcomes = season::simulate(origin, season::eventsLeft(facts, key.second));
            QVERIFY(outcomes.has_value());
            const season::SeasonOutlook outlook = season::outlook(*outcomes);
            QCOMPARE(outlook.simulations, std::size_t(10000));
            for (test::CsvRow& row : rows) {
                const auto& side = row["kind"] == "driver" ? outlook.drivers : outlook.teams;
                const auto found = std::ranges::find(side, row["id"], &season::Expectation::id);
                QVERIFY(found != side.end());
                const auto wrong = differences(*found, row);
                QVERIFY2(wrong.empty(),
                         qPrintable(QStringLiteral("%1 after %2, %3: %4")
                                        .arg(key.first)
                                        .arg(key.second)
                                        .arg(QString::fromStdString(row["id"]),
                                             QString::fromStdString(wrong.empty() ? "" : wrong.front()))));
                ++compared;
            }
        }
        QCOMPARE(compared, 185);
    }
};

QTEST_APPLESS_MAIN(SeasonVectorsTest)
#include "SeasonVectorsTest.moc"
