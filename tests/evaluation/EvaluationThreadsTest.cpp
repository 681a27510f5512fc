#include "History.h"

#include "evaluation/Backtest.h"
#include "predictor/Forecast.h"
#include "predictor/Model.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace parcferme;
using namespace parcferme::evaluation;
using predictor::Stage;

namespace {

constexpr int Workers = 4;

// Runs work(k) for every worker at the same time.
template <typename Work>
void atOnce(const Work& work)
{
    std::atomic<int> waiting = Workers;
    std::vector<std::thread> threads;
    threads.reserve(Workers);
    for (int k = 0; k < Workers; ++k)
        threads.emplace_back([&, k] {
            for (--waiting; waiting > 0;) // all of them, or the first is done before the last starts
                std::this_thread::yield();
            work(k);
        });
    for (std::thread& thread : threads)
        thread.join();
}

predictor::ForecastInputs newestInputs()
{
    predictor::Model model;
    for (const predictor::RaceFacts& race : test::history()) {
        model.advance(race);
        model.seeSprint(race);
        model.learn(race);
    }
    return model.inputs(test::history().back(), Stage::Grid);
}

} // namespace

// The predictor and the backtest hold no state outside their arguments: several threads may use them on the
// same facts. Under the tsan preset a race of two threads ends this program; elsewhere the figures show it.
class EvaluationThreadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forecastsOfTheSameInputsAgree()
    {
        const predictor::ForecastInputs inputs = newestInputs();
        const predictor::Forecast alone = predictor::forecast(inputs);
        std::atomic<int> different = 0;
        atOnce([&](int) {
            for (int times = 0; times < 20; ++times)
                different += predictor::forecast(inputs) == alone ? 0 : 1;
        });
        QCOMPARE(different.load(), 0);
    }

    void backtestsOfTheSameFactsAgree()
    {
        const auto& races = test::history();
        std::array<std::optional<Report>, Workers> reports;
        atOnce([&](int k) {
            reports[std::size_t(k)] = backtest(races, {.from = 2025, .to = 2025, .stage = Stage::Grid});
        });
        for (const std::optional<Report>& report : reports) {
            QVERIFY(report);
            QVERIFY(report->all.model.races > 0);
            QCOMPARE(report->all.model.rps, reports.front()->all.model.rps);
            QCOMPARE(report->all.model.gapMaeSeconds, reports.front()->all.model.gapMaeSeconds);
        }
    }
};

QTEST_APPLESS_MAIN(EvaluationThreadsTest)
#include "EvaluationThreadsTest.moc"
