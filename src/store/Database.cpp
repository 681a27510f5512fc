#include "store/Database.h"

#include "store/Dialect.h"
#include "store/Migrations.h"

#include <QSqlError>

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
    : location_(location), connection_(uniqueConnectionName()),
      handle_(QSqlDatabase::addDatabase(QString::fromLatin1(dialect::Driver), connection_))
{
}

Database::~Database()
{
    handle_.close();
    handle_ = QSqlDatabase(); // Qt warns when a copy is alive while the connection is removed
    QSqlDatabase::removeDatabase(connection_);
}

Result<std::unique_ptr<Database>> Database::connect(const DatabaseLocation& location)
{
    if (!location.isSqlite())
        return fail(
            ErrorCode::Database,
            QStringLiteral("The database %1 cannot be opened: this version stores in SQLite files only.")
                .arg(location.display()),
            QStringLiteral("Set DATABASE_URL to sqlite:///file."));
    if (Status status = dialect::prepareFile(location.sqliteFile); !status)
        return tl::unexpected(status.error());
    std::unique_ptr<Database> database(new Database(location));
    if (!database->handle_.isValid())
        return fail(ErrorCode::Database, QStringLiteral("Qt's SQLite driver is missing."),
                    QStringLiteral("Install the package libqt6sql6-sqlite."));
    database->handle_.setDatabaseName(location.sqliteFile);
    database->handle_.setConnectOptions(QString::fromLatin1(dialect::ConnectOptions));
    if (!database->handle_.open())
        return tl::unexpected(dialect::toError(database->handle_.lastError(), location.display()));
    if (Status status = dialect::configure(database->handle_, location.display()); !status)
        return tl::unexpected(status.error());
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseLocation& location)
{
    auto database = connect(location);
    if (!database)
        return database;
    auto migrations = Migrations::bundled();
    if (!migrations)
        return tl::unexpected(migrations.error());
    if (auto applied = migrations->apply(**database); !applied)
        return tl::unexpected(applied.error());
    return database;
}

Result<Statement> Database::prepare(const QString& sql)
{
    QSqlQuery query(handle_);
    query.setForwardOnly(true); // else Qt keeps every row that was read
    if (!query.prepare(sql))
        return tl::unexpected(dialect::toError(query.lastError(), location_.display()));
    return Statement(*this, std::move(query));
}

Result<Statement> Database::run(const QString& sql, const QVariantList& values)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement;
    if (Status status = statement->run(values); !status)
        return tl::unexpected(status.error());
    return statement;
}

Status Database::copyTo(const QString& file)
{
    return dialect::backUp(handle_, location_.display(), file);
}

void Database::settle()
{
    if (transactions_ == 0)
        dialect::settle(handle_);
}

Status Database::checkIntegrity()
{
    return dialect::checkAll(handle_, location_.display());
}

} // namespace parcferme
