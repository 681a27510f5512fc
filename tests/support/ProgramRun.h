#pragma once

#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>

namespace parcferme::test {

// One run of parcferme-cli (or another program) as a script sees it.
struct Ran
{
    int status = -1; // of a program that ended by itself; -1: it did not
    int signal = 0;  // that ended it
    QByteArray out, err;

    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

// What a test changes of the world of the program.
struct World
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString outputFile = {};           // empty: Ran::out
    QString errorFile = {};            // empty: Ran::err
    std::function<void()> inside = {}; // in the new process, before the program
    QStringList through = {};          // a program that starts the program
};

// Of a user whose home is that folder, and who reaches no source.
inline World newUser(const QString& home)
{
    World world;
    world.environment.insert(QStringLiteral("HOME"), home);
    for (const char* of : {"XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
        world.environment.remove(QString::fromLatin1(of));
    world.environment.insert(QStringLiteral("F1_API_URL"), QStringLiteral("http://127.0.0.1:9/ergast/f1"));
    return world;
}

inline void begin(QProcess& process, const QStringList& arguments, const World& world)
{
    process.setProcessEnvironment(world.environment);
    if (!world.outputFile.isEmpty())
        process.setStandardOutputFile(world.outputFile);
    if (!world.errorFile.isEmpty())
        process.setStandardErrorFile(world.errorFile);
    if (world.inside)
        process.setChildProcessModifier(world.inside);
    QStringList line = world.through + QStringList{QStringLiteral(PARCFERME_CLI)} + arguments;
    const QString program = line.takeFirst();
    process.start(program, line);
}

inline Ran end(QProcess& process)
{
    if (!process.waitForFinished(300'000))
        return {};
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, ended ? 0 : process.exitCode(), process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline Ran run(const QStringList& arguments, const World& world = {})
{
    QProcess process;
    begin(process, arguments, world);
    return end(process);
}

// On that database, offline and with a cache of its own.
inline Ran cli(const QString& database, const QStringList& arguments)
{
    const QTemporaryDir cache;
    return run(arguments + QStringList{QStringLiteral("--offline"), QStringLiteral("--database"), database,
                                       QStringLiteral("--cache"), cache.path()});
}

} // namespace parcferme::test
