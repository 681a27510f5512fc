#include "History.h"
#include "Seasons.h"

#include "predictor/Forecast.h"
#include "predictor/Model.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace parcferme;

namespace {

// The next race as far as the model of the season's rest knows it: this lineup, at a circuit without a
// record.
predictor::RaceFacts nextRace(const predictor::RaceFacts& last)
{
    predictor::RaceFacts race;
    race.season = last.season;
    race.round = last.round + 1;
    race.circuit = "?";
    for (const predictor::EntryFacts& entry : last.entries) {
        if (!entry.result || !predictor::isStarter(entry.result->classification))
            continue;
        predictor::EntryFacts& starter = race.entries.emplace_back();
        starter.driver = entry.driver;
        starter.team = entry.team;
    }
    return race;
}

// Forecasts of the rest of a season after these rounds, made on a copy of what was learnt until then.
std::map<std::pair<int, int>, predictor::Forecast> forecasts(const std::vector<std::pair<int, int>>& rounds)
{
    std::map<std::pair<int, int>, predictor::Forecast> result;
    predictor::Model model;
    for (const predictor::RaceFacts& race : test::history()) {
        model.advance(race);
        model.learn(race);
        if (std::ranges::find(rounds, std::pair(race.season, race.round)) == rounds.end())
            continue;
        predictor::Model copy = model;
        const predictor::RaceFacts next = nextRace(race);
        copy.advance(next);
        result[{race.season, race.round}] = predictor::forecast(copy.inputs(next, predictor::Stage::Nothing));
    }
    return result;
}

} // namespace

// What the predictor says of a lineup is what the simulation wants: seasons before there were sprints.
class SeasonStrengthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesFromTheForecastOfTheNextRace()
    {
        const auto found = forecasts({{2014, 10}, {2019, 1}});
        QCOMPARE(found.size(), std::size_t(2));
        int compared = 0;
        for (test::CsvRow& row : test::readCsv(PARCFERME_TEST_DATA "/season/vectors.csv")) {
            const auto forecast = found.find({std::stoi(row["season"]), std::stoi(row["after"])});
            if (row["kind"] != "driver" || forecast == found.end())
                continue;
            const auto& drivers = forecast->second.drivers;
            const auto driver = std::ranges::find(drivers, row["id"], &predictor::DriverForecast::driver);
            QVERIFY2(driver != drivers.end(), row["id"].c_str());
            QVERIFY2(std::abs(driver->mu - std::stod(row["mu"])) < 1e-6, row["id"].c_str());
            QVERIFY2(std::abs(driver->pRetire - std::stod(row["p_dnf"])) < 1e-6, row["id"].c_str());
            QVERIFY2(std::abs(forecast->second.sigma - std::stod(row["sigma"])) < 1e-6, row["id"].c_str());
            ++compared;
        }
        QCOMPARE(compared, 22 + 20);
    }
};

QTEST_APPLESS_MAIN(SeasonStrengthTest)
#include "SeasonStrengthTest.moc"
