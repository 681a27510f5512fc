#pragma once

#include "core/Error.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <vector>

namespace parcferme {

// One thing that the program does and that something may break into.
struct CrashScenario
{
    QString name;
    bool fromNothing = false; // a first start, else on a copy of a database with history and predictions
    QStringList arguments;    // of parcferme-cli; OUT stands for the folder to export to. None: MigrateOnce
};

// Runs parcferme-cli in folders of its own, and says what is wrong with what it left behind.
class CrashBench
{
public:
    // cli: the program under test; api: where its data source answers. MigrateOnce is beside this program.
    CrashBench(QString cli, QUrl api);

    // Makes the databases that the scenarios start from and end with. Errors: Data, with what the program
    // said.
    Status prepare();

    const std::vector<CrashScenario>& scenarios() const { return scenarios_; }

    // A fresh folder in the state that the scenario starts from.
    std::unique_ptr<QTemporaryDir> begin(const CrashScenario& scenario) const;

    struct Run
    {
        int status = -1; // the program's; -1 when it was killed or died
        qint64 milliseconds = 0;
        QByteArray errors; // what it said on stderr
    };
    // Runs the scenario, and kills it (SIGKILL) after so many milliseconds; -1: never.
    Run run(const CrashScenario& scenario, const QString& folder, int killAfter = -1,
            const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) const;

    // What is wrong in the folder, empty when all is well: the database is whole, the chain fits, every
    // transaction is there or not at all, every exported file and every backup is complete.
    QStringList problems(const CrashScenario& scenario, const QString& folder) const;
    // The same after a run that went through: and everything is there.
    QStringList problemsWhenDone(const CrashScenario& scenario, const QString& folder) const;

private:
    using Counts = QMap<QString, int>; // rows by table

    QStringList argumentsOf(const QStringList& arguments, const QString& folder) const;
    Status must(const CrashScenario& scenario, const QString& folder) const;
    static Result<Counts> inspect(const QString& folder);
    static QStringList backupProblems(const QString& folder);
    QStringList exportProblems(const QString& folder, bool complete) const;

    QString cli_;
    QUrl api_;
    std::vector<CrashScenario> scenarios_;
    QTemporaryDir base_;             // what scenarios start from; its export is what exports must equal
    QMap<QString, Counts> complete_; // by scenario: rows when it went through
    Counts before_;
};

} // namespace parcferme
