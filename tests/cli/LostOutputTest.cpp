#include "cli/Command.h"
#include "support/ProgramRun.h"
#include "support/ServerThread.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <unistd.h>

using namespace parcferme;
using namespace parcferme::test;

namespace {

QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

// A season that is still to come, with a qualifying: what was recorded of 2024, moved.
LoopbackServer::Answer answerTo(const LoopbackServer::Asked& asked)
{
    if (!asked.target.contains("/2099"))
        return ServerThread::json(ServerThread::Empty);
    if (asked.target.contains("/qualifying"))
        return ServerThread::json(ServerThread::recorded("qualifying-2024-sao-paulo.json")
                                      .replace("2024", "2099")
                                      .replace("\"21\"", "\"22\"")
                                      .replace("interlagos", "vegas"));
    if (asked.target.contains("/races") || asked.target.contains("/2099.json"))
        return ServerThread::json(ServerThread::recorded("calendar-2024.json").replace("2024", "2099"));
    return ServerThread::json(ServerThread::Empty);
}

// Puts a pipe that nobody reads into the place of a standard stream.
void closePipe(int stream)
{
    int ends[2];
    if (::pipe(ends) == 0) {
        ::dup2(ends[1], stream);
        ::close(ends[0]);
        ::close(ends[1]);
    }
}

} // namespace

// Nothing that the program was asked to print may get lost without a word.
class LostOutputTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir home_;
    ServerThread server_{answerTo};

    World world() const
    {
        World world = newUser(home_.path());
        world.environment.insert(QStringLiteral("F1_API_URL"), server_.url().toString());
        return world;
    }

    // A call of each command that succeeds and answers something.
    QList<QStringList> calls() const
    {
        QList<QStringList> calls;
        for (const char* line :
             {"predict 2025 24", "sync 2025 24", "races --season 2025", "prediction 2025 24 --csv",
              "results 2025 24 --json", "metrics 2025 24", "record --json", "season 2014 --after 10 --csv",
              "backtest --from 2025 --to 2025 --csv", "explain 2025 24 norris", "pairs 2025 24",
              "pick 2025 24", "league", "verify", "refresh 2099", "grid 2099 22 NOR,RUS", "serve --port 0"})
            calls.append(words(line));
        calls.append({QStringLiteral("export"), home_.filePath(QStringLiteral("tables"))});
        calls.append(words("calendar 2025") << home_.filePath(QStringLiteral("calendar.ics")));
        calls.append(words("picture 2025 24") << home_.filePath(QStringLiteral("picture.png")));
        calls.append({QStringLiteral("copy"), QStringLiteral("--to"), QString()});
        return calls;
    }

    // What a command must have done before, and a place of its own for what may be written once.
    QStringList readied(QStringList call) const
    {
        static int copies = 0;
        if (call.contains(QStringLiteral("--to")) && call.front() == QLatin1StringView("copy"))
            call.last() = QStringLiteral("sqlite:///%1/copy%2.sqlite").arg(home_.path()).arg(++copies);
        return call;
    }

    void isLost(const World& world, const QByteArray& reason)
    {
        QFETCH(QStringList, call);
        const Ran ran = run(readied(call), world);
        QVERIFY2(ran.status == 1, QByteArray::number(ran.status) + ' ' + ran.err);
        QVERIFY2(ran.err.contains(reason), ran.err.constData());
        QVERIFY2(ran.err.endsWith('\n'), ran.err.constData());
    }

    void rows()
    {
        QTest::addColumn<QStringList>("call");
        for (const QStringList& call : calls())
            QTest::newRow(call.join(QLatin1Char(' ')).toUtf8().constData()) << call;
        for (const Command& command : allCommands()) {
            const QStringList help = {command.name, QStringLiteral("--help")};
            QTest::newRow(help.join(QLatin1Char(' ')).toUtf8().constData()) << help;
        }
        for (const char* word : {"--help", "--version"})
            QTest::newRow(word) << words(word);
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* line : {"predict 2025 24", "sync 2025 24", "refresh 2099"}) {
            const Ran ran = run(words(line), world());
            QVERIFY2(ran.status == 0, ran.err.constData());
        }
    }

    // Whoever adds a command adds a call of it above.
    void everyCommandIsTried()
    {
        QStringList tried, known;
        for (const QStringList& call : calls())
            tried.append(call.front());
        for (const Command& command : allCommands())
            known.append(command.name);
        tried.sort();
        known.sort();
        QCOMPARE(tried, known);
    }

    void nothingIsLost_data() { rows(); }
    void nothingIsLost()
    {
        QFETCH(QStringList, call);
        if (call.contains(QStringLiteral("--port")))
            return; // it answers until it is stopped
        const Ran ran = run(readied(call), world());
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY(ran.out.endsWith('\n'));
    }

    void fullDisk_data() { rows(); }
    void fullDisk()
    {
        World full = world();
        full.outputFile = QStringLiteral("/dev/full");
        isLost(full, "Standard output could not be written: No space left on device.");
    }

    void closed_data() { rows(); }
    void closed()
    {
        World closed = world();
        closed.inside = [] { ::close(STDOUT_FILENO); };
        isLost(closed, "Standard output is closed");
    }

    void closedPipeEndsQuietly_data() { rows(); }
    void closedPipeEndsQuietly()
    {
        QFETCH(QStringList, call);
        World away = world();
        away.inside = [] { closePipe(STDOUT_FILENO); };
        const Ran ran = run(readied(call), away);
        QCOMPARE(ran.signal, SIGPIPE);
        QVERIFY2(!ran.err.contains("output") && !ran.err.contains("pipe"), ran.err.constData());
    }

    void closedPipeWithoutTheSignal()
    {
        World away = world();
        away.inside = [] { closePipe(STDOUT_FILENO); };
        away.through = words("env --ignore-signal=PIPE"); // Qt 6.8 gives each child the signal back
        const Ran ran = run(words("races --season 2025"), away);
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.isEmpty(), ran.err.constData());
    }

    // Words about a failure that get lost do not make it a success, nor another failure.
    void lostWordsKeepTheStatus()
    {
        World full = world();
        full.errorFile = QStringLiteral("/dev/full");
        QCOMPARE(run(words("predikt"), full).status, 2);
        QCOMPARE(run(words("refresh 2020 --offline"), full).status, 1);
        QCOMPARE(run(words("explain 2025 23 norris"), full).status, 1); // it is noted that it is a preview
        QCOMPARE(run(words("races --season 2025"), full).status, 0);    // nothing was to be said
    }

    // What is opened later must not come to stand where somebody prints.
    void closedStreamsAreNoFiles()
    {
        const QString folder = home_.filePath(QStringLiteral("whole"));
        const QString other = home_.filePath(QStringLiteral("closed"));
        QCOMPARE(run({QStringLiteral("export"), folder}, world()).status, 0);
        World closed = world();
        closed.inside = [] {
            for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
                ::close(stream);
        };
        QCOMPARE(run({QStringLiteral("export"), other}, closed).status, 1);
        QCOMPARE(run(words("predict 2025 23"), closed).status, 1);
        QCOMPARE(run(words("verify"), world()).status, 0);
        for (const QString& name : QDir(folder).entryList(QDir::Files)) {
            if (name == QLatin1StringView("program_state.csv"))
                continue; // says when the program ran
            QFile one(folder + QLatin1Char('/') + name), two(other + QLatin1Char('/') + name);
            QVERIFY2(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly), qPrintable(name));
            QCOMPARE(two.readAll(), one.readAll());
        }
    }

    void lostLogEndsTheService_data()
    {
        QTest::addColumn<bool>("pipe");
        QTest::newRow("full disk") << false;
        QTest::newRow("closed pipe") << true;
    }

    void lostLogEndsTheService()
    {
        QFETCH(bool, pipe);
        World lost = world();
        lost.environment.remove(QStringLiteral("QT_LOGGING_RULES"));
        if (pipe)
            lost.inside = [] { closePipe(STDERR_FILENO); };
        else
            lost.errorFile = QStringLiteral("/dev/full");
        QProcess service;
        begin(service, words("serve --port 0 --json"), lost);
        QByteArray output;
        while (!output.contains('}') && service.waitForReadyRead(30'000))
            output += service.readAllStandardOutput();
        const QUrl url(QJsonDocument::fromJson(output)[QLatin1StringView("url")].toString());
        QVERIFY2(url.isValid(), output.constData());
        QTcpSocket caller;
        caller.connectToHost(url.host(), static_cast<quint16>(url.port()));
        QVERIFY(caller.waitForConnected());
        caller.write("GET /health HTTP/1.1\r\nHost: " + url.authority().toUtf8() +
                     "\r\nConnection: close\r\n\r\n");
        QVERIFY(caller.waitForBytesWritten());
        const Ran ran = end(service);
        QCOMPARE(ran.status, pipe ? -1 : 1);
        QCOMPARE(ran.signal, pipe ? SIGPIPE : 0);
    }
};

QTEST_GUILESS_MAIN(LostOutputTest)
#include "LostOutputTest.moc"
