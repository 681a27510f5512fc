#include "store/Migrations.h"

#include "core/Sentence.h"
#include "store/Database.h"
#include "store/SqlScript.h"
#include "store/Transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

// Resources of a static library are not linked by themselves; outside a namespace, as Qt demands.
static void useMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace parcferme {

namespace {

Status runAll(Database& database, const QStringList& statements)
{
    for (const QString& sql : statements)
        if (auto done = database.run(sql); !done)
            return tl::unexpected(done.error());
    return {};
}

Status checkReferences(Database& database)
{
    const QString query = database.dialect().brokenReferences();
    if (query.isEmpty())
        return {};
    auto broken = database.run(query);
    if (!broken)
        return tl::unexpected(broken.error());
    if (broken->next())
        return fail(ErrorCode::Database,
                    Sentence::tr("A row of %1 refers to one that is not there.").arg(broken->text(0)));
    return broken->status();
}

// Among the backups, under a name that says from which version and is not taken.
QString backupName(const QString& file, int version)
{
    const QFileInfo info(file);
    const QString stem = QStringLiteral("backups/%1-schema%2").arg(info.completeBaseName()).arg(version);
    QString name = stem + QStringLiteral(".sqlite");
    for (int n = 2; info.dir().exists(name); ++n)
        name = QStringLiteral("%1-%2.sqlite").arg(stem).arg(n);
    return info.dir().filePath(name);
}

} // namespace

Result<Migrations> Migrations::bundled(const Dialect& dialect)
{
    useMigrationResources();
    std::vector<Migration> steps;
    const QDir folder(dialect.migrations());
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const int number = static_cast<int>(steps.size()) + 1;
        if (!file.open(QIODevice::ReadOnly) || name.left(4).toInt() != number)
            return fail(ErrorCode::Database, Sentence::tr("Schema migration %1 is missing.").arg(number));
        steps.push_back({number, name, QString::fromUtf8(file.readAll())});
    }
    return Migrations(std::move(steps));
}

Result<Migrations::Report> Migrations::apply(Database& database) const
{
    const QString place = database.location().display();
    auto version = database.dialect().schemaVersion(database.handle_);
    if (!version)
        return tl::unexpected(version.error());
    Report report{*version, static_cast<int>(steps_.size()), {}};
    if (report.from > report.to)
        return fail(
            ErrorCode::NewerDatabase,
            Sentence::tr("The database %1 was written by a newer version of the program (schema %2; this "
                         "one knows up to %3).")
                .arg(place)
                .arg(report.from)
                .arg(report.to),
            Sentence::tr("It was left as it is. Update the program, or choose another database."));
    // On a server its transaction is the safety, and the backups are its own.
    if (report.from > 0 && report.from < report.to && database.location().isSqlite()) {
        report.backup = backupName(database.location().sqliteFile, report.from);
        if (Status status = database.checkIntegrity(); !status)
            return tl::unexpected(status.error());
        if (!QFileInfo(report.backup).dir().mkpath(QStringLiteral(".")))
            return fail(ErrorCode::Io,
                        Sentence::tr("The backup %1 could not be written.").arg(report.backup));
        if (Status status = database.copyTo(report.backup); !status)
            return tl::unexpected(status.error());
    }
    if (report.from == report.to)
        return report;
    if (Status status = runAll(database, database.dialect().beforeMigration()); !status)
        return tl::unexpected(status.error());
    const Status stepped = applySteps(database, report.from);
    if (Status status = runAll(database, database.dialect().afterMigration()); stepped && !status)
        return tl::unexpected(status.error());
    return stepped ? Result<Report>(report) : tl::unexpected(stepped.error());
}

Status Migrations::applySteps(Database& database, int from) const
{
    // A new database has its whole schema or none: there is nothing in it yet that a backup could keep.
    std::optional<Transaction> whole;
    if (from == 0) {
        auto begun = Transaction::begin(database);
        if (!begun)
            return tl::unexpected(begun.error());
        whole.emplace(std::move(*begun));
    }
    for (const Migration& migration : steps_)
        if (migration.number > from)
            if (Status status = step(database, migration); !status)
                return status;
    return whole ? whole->commit() : Status();
}

Status Migrations::step(Database& database, const Migration& migration) const
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto version = database.dialect().schemaVersion(database.handle_);
    if (!version)
        return tl::unexpected(version.error());
    if (*version >= migration.number)
        return {}; // another program was quicker
    for (const QString& sql : splitSql(migration.sql) + database.dialect().markVersion(migration.number)) {
        if (auto done = database.run(sql); !done)
            return fail(done.error().code, Sentence::tr("Schema migration %1 failed.").arg(migration.name),
                        done.error().message);
    }
    if (Status status = checkReferences(database); !status)
        return status;
    return transaction->commit();
}

} // namespace parcferme
