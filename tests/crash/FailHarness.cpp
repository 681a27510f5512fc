// Lets the Nth write of parcferme-cli fail, for every N until it succeeds, and looks at what is left:
//   FailHarness CLI SHIM MOST [SCENARIO]
// MOST: calls tried per scenario and error; when it makes more, they are spread evenly. 0: every one.
// Ends with 1 when anything was lost or half-written, or a failure was passed over in silence.

#include "CrashBench.h"
#include "support/SourceServer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QSet>

#include <cerrno>
#include <cstdio>

using namespace parcferme;

namespace {

// What lies in a folder, to the byte. Shared memory is of no meaning once the program has ended.
QByteArray stateOf(const QString& folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        if (const QString file = all.next(); !file.endsWith(QLatin1StringView("-shm")))
            files.append(file);
    files.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& name : files) {
        QFile file(name);
        hash.addData(name.mid(folder.size()).toUtf8());
        if (file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    return hash.result();
}

struct Tally
{
    int tried = 0;
    int reported = 0; // ended with 1 and words; the others came through all the same
    int wrong = 0;
    QSet<QByteArray> states; // that the failures left behind; each is judged once
};

QProcessEnvironment failing(const QString& shim, const QString& folder, int at, int error)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), shim);
    environment.insert(QStringLiteral("FAIL_FOLDER"), folder);
    environment.insert(QStringLiteral("FAIL_AT"), QString::number(at));
    environment.insert(QStringLiteral("FAIL_ERRNO"), QString::number(error));
    environment.insert(QStringLiteral("FAIL_COUNT"), folder + QStringLiteral(".count"));
    return environment;
}

// How many calls an undisturbed run makes.
int callsOf(const CrashBench& bench, const CrashScenario& scenario, const QString& shim)
{
    const auto folder = bench.begin(scenario);
    bench.run(scenario, folder->path(), -1, failing(shim, folder->path(), 0, 0));
    QFile file(folder->path() + QStringLiteral(".count"));
    const int calls = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
    file.remove();
    return calls;
}

void failOnce(const CrashBench& bench, const CrashScenario& scenario, const QString& shim, int at, int error,
              Tally& tally)
{
    const auto folder = bench.begin(scenario);
    const CrashBench::Run run =
        bench.run(scenario, folder->path(), -1, failing(shim, folder->path(), at, error));
    QFile::remove(folder->path() + QStringLiteral(".count"));
    ++tally.tried;
    tally.reported += run.status == 1;
    QStringList wrong;
    if (run.status != 0 && (run.status != 1 || run.errors.trimmed().isEmpty()))
        wrong.append(QStringLiteral("status %1: ").arg(run.status) + QString::fromUtf8(run.errors));
    if (wrong.isEmpty() && run.status != 0) {
        const QByteArray state = stateOf(folder->path());
        if (tally.states.contains(state))
            return; // the same bytes would be judged the same
        tally.states.insert(state);
    }
    wrong += run.status == 0 ? bench.problemsWhenDone(scenario, folder->path())
                             : bench.problems(scenario, folder->path());
    const CrashBench::Run next = bench.run(scenario, folder->path());
    if (next.status != 0)
        wrong.append(QStringLiteral("next start: status %1: ").arg(next.status) +
                     QString::fromUtf8(next.errors));
    wrong += bench.problemsWhenDone(scenario, folder->path());
    tally.wrong += !wrong.isEmpty();
    for (const QString& line : wrong)
        std::fprintf(stderr, "%s, call %d failed with %s: %s\n", qPrintable(scenario.name), at,
                     error == EIO ? "EIO" : "ENOSPC", qPrintable(line));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4 && words.size() != 5)
        qFatal("It is: FailHarness CLI SHIM MOST [SCENARIO]");
    const int most = words[3].toInt();

    const SourceServer server;
    CrashBench bench(words[1], server.url);
    if (const auto status = bench.prepare(); !status)
        qFatal("%s", qPrintable(status.error().text()));
    Tally all;
    for (const CrashScenario& scenario : bench.scenarios()) {
        if (words.size() == 5 && words[4] != scenario.name)
            continue;
        const int calls = callsOf(bench, scenario, words[2]);
        if (calls == 0)
            qFatal("No write was seen: the preloaded library does not work.");
        for (const int error : {ENOSPC, EIO}) {
            Tally tally;
            const int tries = most > 0 ? std::min(most, calls) : calls;
            for (int i = 0; i < tries; ++i)
                failOnce(bench, scenario, words[2], 1 + static_cast<int>(1LL * i * calls / tries), error,
                         tally);
            std::printf("%-12s %-6s %5d of %5d calls failed, %5d reported (%lld states left), %d with "
                        "something wrong\n",
                        qPrintable(scenario.name), error == EIO ? "EIO" : "ENOSPC", tally.tried, calls,
                        tally.reported, static_cast<long long>(tally.states.size()), tally.wrong);
            std::fflush(stdout);
            all.tried += tally.tried;
            all.reported += tally.reported;
            all.wrong += tally.wrong;
        }
    }
    std::printf("all: %d failures, %d reported, %d with something wrong\n", all.tried, all.reported,
                all.wrong);
    return all.wrong > 0 || all.reported == 0 ? 1 : 0;
}
