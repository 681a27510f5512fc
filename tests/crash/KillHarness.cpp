// Kills parcferme-cli at random moments of what it does, and looks at what is left:
//   KillHarness CLI ROUNDS SEED
// Ends with 1 when anything was lost or half-written.

#include "CrashBench.h"
#include "support/SourceServer.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

using namespace parcferme;

namespace {

struct Tally
{
    int runs = 0;
    int killed = 0; // the others were done before
    int wrong = 0;
};

// The median of three undisturbed runs.
int durationOf(const CrashBench& bench, const CrashScenario& scenario)
{
    QList<qint64> times;
    for (int i = 0; i < 3; ++i)
        times.append(bench.run(scenario, bench.begin(scenario)->path()).milliseconds);
    std::sort(times.begin(), times.end());
    return static_cast<int>(times[1]);
}

void killOnce(const CrashBench& bench, const CrashScenario& scenario, int after, Tally& tally)
{
    const auto folder = bench.begin(scenario);
    const CrashBench::Run run = bench.run(scenario, folder->path(), after);
    ++tally.runs;
    tally.killed += run.status == -1;
    QStringList wrong;
    if (run.status > 0)
        wrong.append(QStringLiteral("status %1: ").arg(run.status) + QString::fromUtf8(run.errors));
    wrong += bench.problems(scenario, folder->path());
    const CrashBench::Run next = bench.run(scenario, folder->path());
    if (next.status != 0)
        wrong.append(QStringLiteral("next start: status %1: ").arg(next.status) +
                     QString::fromUtf8(next.errors));
    wrong += bench.problemsWhenDone(scenario, folder->path());
    tally.wrong += !wrong.isEmpty();
    for (const QString& line : wrong)
        std::fprintf(stderr, "%s, killed after %d ms: %s\n", qPrintable(scenario.name), after,
                     qPrintable(line));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4)
        qFatal("It is: KillHarness CLI ROUNDS SEED");
    const int rounds = words[2].toInt();
    QRandomGenerator random(words[3].toUInt());

    const SourceServer server;
    CrashBench bench(words[1], server.url);
    if (const auto status = bench.prepare(); !status)
        qFatal("%s", qPrintable(status.error().text()));
    const auto& scenarios = bench.scenarios();
    std::vector<int> durations;
    for (const CrashScenario& scenario : scenarios)
        durations.push_back(durationOf(bench, scenario));
    std::vector<Tally> tallies(scenarios.size());
    for (int i = 0; i < rounds; ++i) {
        const auto which = static_cast<std::size_t>(i) % scenarios.size();
        killOnce(bench, scenarios[which], random.bounded(durations[which] + 1), tallies[which]);
    }
    Tally all;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const Tally& tally = tallies[i];
        std::printf("%-12s %5d runs (of about %d ms), %5d killed under way, %d with something wrong\n",
                    qPrintable(scenarios[i].name), tally.runs, durations[i], tally.killed, tally.wrong);
        all = {all.runs + tally.runs, all.killed + tally.killed, all.wrong + tally.wrong};
    }
    std::printf("%-12s %5d runs, %5d killed under way, %d with something wrong\n", "all", all.runs,
                all.killed, all.wrong);
    return all.wrong > 0 || all.killed == 0 ? 1 : 0;
}
