#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace parcferme::test {

struct Output
{
    int status = -1; // -1: it died or did not end
    QByteArray out;
    QByteArray errors;
};

// Runs parcferme-cli (PARCFERME_CLI), offline and with a cache of its own, and waits for its end.
inline Output cli(const QString& url, const QStringList& arguments)
{
    const QTemporaryDir cache;
    QProcess program;
    program.start(QStringLiteral(PARCFERME_CLI),
                  arguments + QStringList{QStringLiteral("--offline"), QStringLiteral("--database"), url,
                                          QStringLiteral("--cache"), cache.path()});
    const bool ended = program.waitForFinished(300'000) && program.exitStatus() == QProcess::NormalExit;
    return {ended ? program.exitCode() : -1, program.readAllStandardOutput(), program.readAllStandardError()};
}

// Every file of a folder with its bytes.
inline QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> files;
    for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, file.readAll());
    }
    return files;
}

} // namespace parcferme::test
