#include "CrashBench.h"
#include "support/Files.h"

#include "store/Database.h"
#include "store/LedgerCheck.h"
#include "store/TableDump.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

namespace parcferme {

namespace {

constexpr int Patience = 120'000; // milliseconds

QString databaseIn(const QString& folder)
{
    return folder + QStringLiteral("/parcferme.sqlite");
}

// Tables that one transaction fills together.
QString groupOf(const QString& table)
{
    if (table.startsWith(QLatin1StringView("prediction")))
        return QStringLiteral("ledger");
    return table == QLatin1StringView("evaluation_metrics") ? table : QStringLiteral("facts");
}

bool counts(const QString& table)
{
    return table != QLatin1StringView("program_state");
}

} // namespace

CrashBench::CrashBench(QString cli, QUrl api) : cli_(std::move(cli)), api_(std::move(api))
{
    const QString offline = QStringLiteral("--offline");
    scenarios_ = {
        {QStringLiteral("first start"),
         true,
         {QStringLiteral("races"), QStringLiteral("--season"), QStringLiteral("2025"), offline}},
        {QStringLiteral("predict"),
         false,
         {QStringLiteral("predict"), QStringLiteral("2025"), QStringLiteral("5"), offline}},
        {QStringLiteral("sync"),
         false,
         {QStringLiteral("sync"), QStringLiteral("2024"), QStringLiteral("8")}},
        {QStringLiteral("migrate"), false, {}},
        {QStringLiteral("export"), false, {QStringLiteral("export"), QStringLiteral("OUT"), offline}},
    };
}

QStringList CrashBench::argumentsOf(const QStringList& arguments, const QString& folder) const
{
    QStringList all = arguments;
    all.replaceInStrings(QStringLiteral("OUT"), folder + QStringLiteral("/out"));
    return all + QStringList{QStringLiteral("--database"), QStringLiteral("sqlite:///") + databaseIn(folder),
                             QStringLiteral("--cache"),    folder + QStringLiteral("/cache"),
                             QStringLiteral("--api"),      api_.toString()};
}

Status CrashBench::must(const CrashScenario& scenario, const QString& folder) const
{
    const Run done = run(scenario, folder);
    if (done.status != 0)
        return fail(ErrorCode::Data, QStringLiteral("%1 ended with %2: %3")
                                         .arg(scenario.name)
                                         .arg(done.status)
                                         .arg(QString::fromUtf8(done.errors)));
    return {};
}

Status CrashBench::prepare()
{
    for (const char* race : {"2024 8", "2025 3", "2025 4"}) {
        const QStringList words = QString::fromLatin1(race).split(u' ');
        if (auto status = must({QStringLiteral("predict"),
                                false,
                                {QStringLiteral("predict"), words[0], words[1], QStringLiteral("--offline")}},
                               base_.path());
            !status)
            return status;
    }
    if (auto status = must(scenarios_.back(), base_.path()); !status)
        return status;
    const auto before = inspect(base_.path());
    if (!before)
        return tl::unexpected(before.error());
    before_ = *before;
    for (const CrashScenario& scenario : scenarios_) {
        const auto folder = begin(scenario);
        if (auto status = must(scenario, folder->path()); !status)
            return status;
        const auto after = inspect(folder->path());
        if (!after)
            return tl::unexpected(after.error());
        complete_.insert(scenario.name, *after);
    }
    return {};
}

std::unique_ptr<QTemporaryDir> CrashBench::begin(const CrashScenario& scenario) const
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!scenario.fromNothing && !QFile::copy(databaseIn(base_.path()), databaseIn(folder->path())))
        qFatal("The database cannot be copied.");
    return folder;
}

CrashBench::Run CrashBench::run(const CrashScenario& scenario, const QString& folder, int killAfter,
                                const QProcessEnvironment& environment) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    if (scenario.arguments.isEmpty())
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/MigrateOnce"),
                      {databaseIn(folder)});
    else
        process.start(cli_, argumentsOf(scenario.arguments, folder));
    if (!process.waitForStarted())
        qFatal("%s cannot be started.", qPrintable(process.program()));
    if (!process.waitForFinished(killAfter < 0 ? Patience : killAfter)) {
        process.kill();
        process.waitForFinished(Patience);
    }
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, timer.elapsed(), process.readAllStandardError()};
}

// Looks at the database as it lies there, without bringing its schema up to date.
Result<CrashBench::Counts> CrashBench::inspect(const QString& folder)
{
    if (QFile(databaseIn(folder)).size() == 0)
        return Counts();
    DatabaseLocation location;
    location.sqliteFile = databaseIn(folder);
    auto database = Database::connect(location);
    if (!database)
        return tl::unexpected(database.error());
    if (auto status = (*database)->checkIntegrity(); !status)
        return tl::unexpected(status.error());
    const auto tables = TableDump(**database).all();
    if (!tables)
        return tl::unexpected(tables.error());
    if (tables->empty())
        return Counts();
    Counts counts;
    for (const TableDump::Contents& table : *tables)
        counts.insert(table.name, static_cast<int>(table.rows.size()));
    if (auto chain = LedgerCheck(**database).run(); !chain)
        return tl::unexpected(chain.error());
    return counts;
}

QStringList CrashBench::problems(const CrashScenario& scenario, const QString& folder) const
{
    const auto found = inspect(folder);
    if (!found)
        return {found.error().text()};
    QStringList wrong = exportProblems(folder, false) + backupProblems(folder);
    const Counts& complete = complete_[scenario.name];
    QMap<QString, bool> newSide; // by group
    for (auto it = found->begin(); it != found->end(); ++it) {
        const int before = scenario.fromNothing ? 0 : before_[it.key()];
        const int after = complete[it.key()];
        if (!counts(it.key()) || before == after)
            continue;
        const QString group = groupOf(it.key());
        if (it.value() != before && it.value() != after)
            wrong.append(QStringLiteral("%1 has %2 rows, not %3 or %4")
                             .arg(it.key())
                             .arg(it.value())
                             .arg(before)
                             .arg(after));
        else if (newSide.contains(group) && newSide[group] != (it.value() == after))
            wrong.append(QStringLiteral("%1 is of another state than its group").arg(it.key()));
        newSide.insert(group, it.value() == after);
    }
    return wrong;
}

QStringList CrashBench::problemsWhenDone(const CrashScenario& scenario, const QString& folder) const
{
    const auto found = inspect(folder);
    if (!found)
        return {found.error().text()};
    QStringList wrong =
        exportProblems(folder, scenario.name == QLatin1StringView("export")) + backupProblems(folder);
    const Counts& complete = complete_[scenario.name];
    for (auto it = complete.begin(); it != complete.end(); ++it)
        if (counts(it.key()) && found->value(it.key()) != it.value())
            wrong.append(QStringLiteral("%1 has %2 rows in the end, not %3")
                             .arg(it.key())
                             .arg(found->value(it.key()))
                             .arg(it.value()));
    return wrong;
}

// Whatever looks like a backup can be brought back.
QStringList CrashBench::backupProblems(const QString& folder)
{
    QStringList wrong;
    const QDir backups(folder + QStringLiteral("/backups"));
    for (const QFileInfo& copy : backups.entryInfoList({QStringLiteral("*.sqlite")}, QDir::Files)) {
        DatabaseLocation location;
        location.sqliteFile = copy.filePath();
        auto database = Database::connect(location);
        const Status whole = database ? (*database)->checkIntegrity() : tl::unexpected(database.error());
        const auto chain = whole ? LedgerCheck(**database).run() : tl::unexpected(whole.error());
        if (!chain || chain->predictions == 0)
            wrong.append(QStringLiteral("the backup %1 is not whole").arg(copy.fileName()));
    }
    return wrong;
}

// Whatever looks like an export is one: each file equals that of an export that went through.
QStringList CrashBench::exportProblems(const QString& folder, bool complete) const
{
    QStringList wrong;
    const QDir right(base_.filePath(QStringLiteral("out")));
    const QDir found(folder + QStringLiteral("/out"));
    for (const QString& file : found.entryList({QStringLiteral("*.csv")}, QDir::Files | QDir::Hidden))
        if (test::bytesOf(found.filePath(file)) != test::bytesOf(right.filePath(file)))
            wrong.append(QStringLiteral("the exported %1 is not whole").arg(file));
    if (complete)
        for (const QString& file : right.entryList({QStringLiteral("*.csv")}, QDir::Files))
            if (!found.exists(file))
                wrong.append(QStringLiteral("the export lacks %1").arg(file));
    return wrong;
}

} // namespace parcferme
