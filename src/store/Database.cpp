#include "store/Database.h"

#include "core/Sentence.h"
#include "store/Migrations.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace parcferme {

namespace {

QString uniqueConnectionName()
{
    static std::atomic<quint64> number = 0;
    return QStringLiteral("parcferme-%1").arg(++number);
}

} // namespace

Database::Database(const DatabaseLocation& location)
    : location_(location), dialect_(Dialect::of(location)), connection_(uniqueConnectionName()),
      handle_(QSqlDatabase::addDatabase(dialect_->driver(), connection_))
{
}

Database::~Database()
{
    handle_.close();
    handle_ = QSqlDatabase(); // Qt warns when a copy is alive while the connection is removed
    QSqlDatabase::removeDatabase(connection_);
    retired_.clear(); // not before: they would ask the server
}

Result<std::unique_ptr<Database>> Database::connect(const DatabaseLocation& location)
{
    std::unique_ptr<Database> database(new Database(location));
    if (!database->handle_.isValid())
        return fail(ErrorCode::Database,
                    Sentence::tr("Qt's driver %1 for the database %2 is missing.")
                        .arg(database->dialect_->driver(), location.display()),
                    Sentence::tr("Install the package %1.").arg(database->dialect_->driverPackage()));
    if (Status status = database->dialect_->setTarget(database->handle_); !status)
        return tl::unexpected(status.error());
    if (Status status = database->openHandle(); !status)
        return tl::unexpected(status.error());
    return database;
}

Status Database::openHandle()
{
    if (!handle_.open())
        return tl::unexpected(dialect_->openError(handle_.lastError()));
    if (Status status = dialect_->configure(handle_); !status)
        return status;
    if (!location_.sqliteFile.isEmpty())
        file_ = FileIdentity::of(location_.sqliteFile);
    return {};
}

Result<std::unique_ptr<Database>> Database::openReadOnly(const QString& file)
{
    DatabaseLocation location;
    location.sqliteFile = file;
    std::unique_ptr<Database> database(new Database(location));
    database->handle_.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    database->handle_.setDatabaseName(QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) +
                                      QStringLiteral("?mode=ro&immutable=1"));
    if (!database->handle_.open())
        return tl::unexpected(database->dialect_->openError(database->handle_.lastError()));
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseLocation& location)
{
    auto database = connect(location);
    if (!database)
        return database;
    auto migrations = Migrations::bundled((*database)->dialect());
    if (!migrations)
        return tl::unexpected(migrations.error());
    if (auto applied = migrations->apply(**database); !applied)
        return tl::unexpected(applied.error());
    return database;
}

// Under a new name: what is left of statements on the old connection goes with its driver.
Status Database::reconnect()
{
    handle_ = QSqlDatabase();
    QSqlDatabase::removeDatabase(connection_);
    rolledBack();
    connection_ = uniqueConnectionName();
    handle_ = QSqlDatabase::addDatabase(dialect_->driver(), connection_);
    if (Status status = dialect_->setTarget(handle_); !status)
        return status;
    return openHandle();
}

Status Database::ready()
{
    if (handle_.isOpen())
        return {};
    return transactions_ > 0 ? tl::unexpected(dialect_->toError(lost_)) : reconnect();
}

Error Database::failed(const QSqlError& error)
{
    const bool lost = dialect_->isLost(handle_, error);
    failed_ = failed_ || lost || (transactions_ > 0 && dialect_->failsWhole());
    if (lost)
        lost_ = error;
    return dialect_->toError(error);
}

Status Database::recoverFrom(const QSqlError& error, bool again)
{
    const bool lost = dialect_->isLost(handle_, error);
    Error words = failed(error);
    return lost && again && transactions_ == 0 ? reconnect() : tl::unexpected(std::move(words));
}

void Database::retire(QSqlQuery* query)
{
    std::unique_ptr<QSqlQuery> owned(query);
    if (failed_)
        retired_.push_back(std::move(owned));
}

void Database::rolledBack()
{
    failed_ = false;
    retired_.clear();
}

Result<Statement> Database::prepare(const QString& sql)
{
    if (Status status = ready(); !status)
        return tl::unexpected(status.error());
    for (bool again = true;; again = false) {
        Statement statement(*this);
        if (statement.query_->prepare(sql))
            return statement;
        if (Status status = recoverFrom(statement.query_->lastError(), again); !status)
            return tl::unexpected(status.error());
    }
}

Result<Statement> Database::run(const QString& sql, const QVariantList& values)
{
    if (values.isEmpty())
        return execute(sql);
    auto statement = prepare(sql);
    if (!statement)
        return statement;
    if (Status status = statement->run(values); !status)
        return tl::unexpected(status.error());
    return statement;
}

// Not prepared: a server prepares only what reads or writes rows. Outside a transaction such a statement only
// reads or begins one, and may be run again on a new connection.
Result<Statement> Database::execute(const QString& sql)
{
    if (Status status = ready(); !status)
        return tl::unexpected(status.error());
    for (int attempt = 1;; ++attempt) {
        Statement statement(*this);
        if (statement.query_->exec(sql))
            return statement;
        const QSqlError error = statement.query_->lastError();
        // Inside a transaction a retry would work on a state that is out of date.
        if (transactions_ == 0 && attempt < dialect_->lockAttempts() && dialect_->isLocked(error))
            continue;
        if (Status status = recoverFrom(error, attempt == 1); !status)
            return tl::unexpected(status.error());
    }
}

Status Database::copyTo(const QString& file)
{
    return dialect_->backUp(handle_, file);
}

bool Database::fileIsTheSame() const
{
    return !file_ || FileIdentity::of(location_.sqliteFile) == file_;
}

QString Database::keepCopy()
{
    const QFileInfo file(location_.sqliteFile);
    if (!QDir().mkpath(file.absolutePath()))
        return {};
    const auto name = [&](int number) {
        return QStringLiteral("%1/%2-replaced-%3.%4")
            .arg(file.absolutePath(), file.completeBaseName())
            .arg(number)
            .arg(file.suffix());
    };
    int number = 1;
    while (QFileInfo::exists(name(number)))
        ++number;
    return dialect_->backUp(handle_, name(number)) ? name(number) : QString();
}

Status Database::checkFile()
{
    if (fileIsTheSame())
        return {};
    if (kept_.isEmpty() && transactions_ == 0)
        kept_ = keepCopy();
    const QString happened =
        QFileInfo::exists(location_.sqliteFile)
            ? Sentence::tr("Another program has put another file in the place of the database %1.")
            : Sentence::tr("The database %1 was moved or deleted while this program had it open.");
    return fail(ErrorCode::Database, happened.arg(location_.display()),
                kept_.isEmpty()
                    ? Sentence::tr("Nothing was written. Start the program again.")
                    : Sentence::tr("What this program had is kept as %1, and nothing else was touched. Start "
                                   "the program again to work with what is there now.")
                          .arg(kept_));
}

Status Database::checkReadsBack(const QString& sql, const QVariantList& values)
{
    const auto valueOf = [&](Database& database) -> Result<QVariant> {
        auto row = database.run(sql, values);
        if (!row)
            return tl::unexpected(row.error());
        return row->next() ? row->value(0) : QVariant();
    };
    if (Status status = checkFile(); !status)
        return status;
    auto fresh = connect(location_);
    if (!fresh)
        return tl::unexpected(fresh.error());
    const auto stored = valueOf(*this);
    const auto found = valueOf(**fresh);
    if (!stored || !found)
        return tl::unexpected(!stored ? stored.error() : found.error());
    if (*stored == *found && !found->isNull())
        return {};
    kept_ = keepCopy();
    return fail(ErrorCode::Database,
                Sentence::tr("What was written cannot be read back from the database %1: another program "
                             "writes over it.")
                    .arg(location_.display()),
                kept_.isEmpty() ? QString()
                                : Sentence::tr("What this program had is kept as %1.").arg(kept_));
}

Result<QString> Database::state()
{
    if (Status status = checkFile(); !status)
        return tl::unexpected(status.error());
    auto row = run(dialect_->state());
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return row->text(0);
    if (const Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return fail(ErrorCode::Database, QStringLiteral("The database does not say its state."));
}

void Database::settle()
{
    if (transactions_ == 0)
        dialect_->settle(handle_);
}

Status Database::checkIntegrity()
{
    return dialect_->checkAll(handle_);
}

} // namespace parcferme
