#include "store/PostgresDialect.h"

#include "core/Sentence.h"

#include <QRegularExpression>
#include <QSqlQuery>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace parcferme {

namespace {

constexpr int DefaultPort = 5432;
constexpr int WritersLock = 0x50464d31; // "PFM1": the advisory lock that all writers of a database take

// A server that does not answer is given up after a while: 10 s to connect, a minute for a dead line.
constexpr auto ConnectOptions = "connect_timeout=10;application_name=parcferme;keepalives_idle=30;"
                                "keepalives_interval=10;keepalives_count=3;tcp_user_timeout=60000";

QString sqlState(const QSqlError& error)
{
    return error.nativeErrorCode();
}

bool isOneOf(const QString& state, std::initializer_list<const char*> states)
{
    return std::ranges::any_of(states, [&](const char* one) { return state == QLatin1StringView(one); });
}

// The server's own sentence, without its rank ("ERROR:  ") and without where it was found.
QString wordsOf(const QSqlError& error)
{
    static const QRegularExpression rank(QStringLiteral("^[A-Z]+:\\s+"));
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    QString line = text.trimmed().section(QLatin1Char('\n'), 0, 0).trimmed();
    line.remove(rank);
    while (line.endsWith(QLatin1Char('.')))
        line.chop(1);
    return line;
}

// A value for libpq's list of options.
QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('\''), QStringLiteral("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

} // namespace

QString PostgresDialect::driver() const
{
    return QStringLiteral("QPSQL");
}

QString PostgresDialect::driverPackage() const
{
    return QStringLiteral("libqt6sql6-psql");
}

QString PostgresDialect::migrations() const
{
    return QStringLiteral(":/parcferme/migrations/postgresql");
}

tl::unexpected<Error> PostgresDialect::unusable(const QString& why, const QString& advice) const
{
    return fail(ErrorCode::Database, Sentence::tr("The database %1 cannot be used: %2.").arg(place(), why),
                advice);
}

Status PostgresDialect::setTarget(QSqlDatabase& handle) const
{
    const QUrl& url = location().server;
    handle.setHostName(url.host(QUrl::FullyDecoded));
    handle.setPort(url.port(DefaultPort));
    handle.setDatabaseName(url.path(QUrl::FullyDecoded).mid(1));
    handle.setUserName(url.userName(QUrl::FullyDecoded));
    handle.setPassword(url.password(QUrl::FullyDecoded));
    QString options = QString::fromLatin1(ConnectOptions);
    for (const auto& [key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        options += QStringLiteral(";%1=%2").arg(key, quoted(value));
    handle.setConnectOptions(options);
    return {};
}

// Here the server sends no code, only words.
Error PostgresDialect::openError(const QSqlError& error) const
{
    const QString words = error.databaseText().simplified();
    const auto says = [&](const char* part) { return words.contains(QLatin1StringView(part)); };
    if (says("password") || says("role \"") || says("authentication"))
        return {ErrorCode::Database,
                Sentence::tr("The database server of %1 refused the user or the password.").arg(place()),
                Sentence::tr("Check both in DATABASE_URL or --database. Nothing was changed.")};
    if (says("database \"") && says("does not exist"))
        return {ErrorCode::Database,
                Sentence::tr("The database %1 does not exist on its server.").arg(place()),
                Sentence::tr("Create it there, with the encoding UTF8 (createdb), or choose another one.")};
    if (says("SSL") || says("certificate"))
        return {
            ErrorCode::Database,
            Sentence::tr("The database server of %1 and this program do not agree on TLS: %2.")
                .arg(place(), wordsOf(error)),
            Sentence::tr("Check sslmode and sslrootcert in DATABASE_URL or --database. Nothing was sent.")};
    return {ErrorCode::DatabaseAway,
            Sentence::tr("The database server of %1 cannot be reached: %2.").arg(place(), wordsOf(error)),
            Sentence::tr("Nothing was changed. Check that it runs and that the address is right, then try "
                         "again.")};
}

Status PostgresDialect::configure(QSqlDatabase& handle) const
{
    QSqlQuery query(handle);
    // A double reads back as it was; a commit is on the server's disk before it is answered.
    if (!query.exec(QStringLiteral(
            "SELECT set_config('client_min_messages', 'warning', false), "
            "set_config('lock_timeout', '30s', false), set_config('extra_float_digits', '3', false), "
            "CASE current_setting('synchronous_commit') WHEN 'off' "
            "THEN set_config('synchronous_commit', 'on', false) END, "
            "current_setting('server_encoding'), current_setting('server_version_num')::int / 10000, "
            "current_schema()")) ||
        !query.next())
        return tl::unexpected(toError(query.lastError()));
    if (query.value(4).toString() != QLatin1StringView("UTF8"))
        return unusable(Sentence::tr("its encoding is %1").arg(query.value(4).toString()),
                        Sentence::tr("Create it anew with the encoding UTF8."));
    if (const int version = query.value(5).toInt(); version < OldestServer)
        return unusable(Sentence::tr("its server is PostgreSQL %1").arg(version),
                        Sentence::tr("PostgreSQL %1 or newer is needed.").arg(OldestServer));
    if (query.value(6).isNull())
        return unusable(Sentence::tr("the user may use none of its schemas"));
    return {};
}

// The lock is a statement of its own, so that the next one sees what was committed while it waited.
QStringList PostgresDialect::beginWrite() const
{
    return {QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"),
            QStringLiteral("SELECT pg_advisory_xact_lock(%1)").arg(WritersLock)};
}

QStringList PostgresDialect::beginRead() const
{
    return {QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")};
}

bool PostgresDialect::isLocked(const QSqlError& error) const
{
    return isOneOf(sqlState(error), {"55P03", "40P01", "40001"}); // time-out, deadlock, serialization
}

bool PostgresDialect::isLost(const QSqlDatabase& handle, const QSqlError& error) const
{
    const QString state = sqlState(error);
    return error.isValid() && (!handle.isOpen() || state.startsWith(QLatin1StringView("08")) ||
                               isOneOf(state, {"57P01", "57P02", "57P03"})); // it shuts down or starts
}

Error PostgresDialect::toError(const QSqlError& error) const
{
    const QString state = sqlState(error);
    if (isLocked(error))
        return {ErrorCode::Database,
                Sentence::tr("Another program has kept the database %1 busy for half a minute.").arg(place()),
                Sentence::tr("Nothing was changed. Close the other program, or try again.")};
    if (state.isEmpty() || state.startsWith(QLatin1StringView("08")) ||
        state.startsWith(QLatin1StringView("57P")))
        return {ErrorCode::DatabaseAway,
                Sentence::tr("The connection to the database %1 was lost: %2.").arg(place(), wordsOf(error)),
                Sentence::tr("What was under way was not stored. Try again: what is stored already is not "
                             "stored twice.")};
    if (state.startsWith(QLatin1StringView("53")))
        return {ErrorCode::Database,
                Sentence::tr("The server of the database %1 has run out of something: %2.")
                    .arg(place(), wordsOf(error)),
                Sentence::tr("Nothing was changed. Its administrator knows what to do.")};
    if (isOneOf(state, {"42501", "25006"}))
        return {
            ErrorCode::Database,
            Sentence::tr("The database %1 does not let this user do that: %2.").arg(place(), wordsOf(error)),
            Sentence::tr("Nothing was changed. The user must own the database, or be granted CREATE and "
                         "USAGE on its schema.")};
    if (state.startsWith(QLatin1StringView("XX")) || state.startsWith(QLatin1StringView("58")))
        return {
            ErrorCode::DamagedDatabase,
            Sentence::tr("The server of the database %1 reports damage: %2.").arg(place(), wordsOf(error)),
            Sentence::tr("Nothing was changed. Restore the server's own backup.")};
    return {
        ErrorCode::Database, Sentence::tr("The database %1 refused: %2.").arg(place(), wordsOf(error)), {}};
}

Result<int> PostgresDialect::schemaVersion(QSqlDatabase& handle) const
{
    QSqlQuery query(handle);
    // In one look: another program may be making the tables. What an extension brought is nobody's table.
    if (!query.exec(QStringLiteral(
            "SELECT count(*), coalesce(bool_or(relname = 'schema_version'), false) FROM pg_class c "
            "WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') "
            "AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass "
            "AND d.objid = c.oid AND d.deptype = 'e')")) ||
        !query.next())
        return tl::unexpected(toError(query.lastError()));
    if (query.value(0).toInt() == 0)
        return 0;
    if (!query.value(1).toBool())
        return unusable(Sentence::tr("it belongs to another program"),
                        Sentence::tr("It was left as it is. Create a database for this program alone."));
    if (!query.exec(QStringLiteral("SELECT version FROM schema_version WHERE application = 'parcferme'")))
        return tl::unexpected(toError(query.lastError()));
    if (!query.next())
        return unusable(Sentence::tr("it belongs to another program"));
    return query.value(0).toInt();
}

QStringList PostgresDialect::markVersion(int version) const
{
    return {QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (application text PRIMARY KEY, "
                           "version integer NOT NULL)"),
            QStringLiteral("INSERT INTO schema_version VALUES ('parcferme', %1) "
                           "ON CONFLICT (application) DO UPDATE SET version = excluded.version")
                .arg(version)};
}

QString PostgresDialect::state() const
{
    // The transactions that can be seen: one that is committed changes it.
    return QStringLiteral("SELECT pg_current_snapshot()::text");
}

QString PostgresDialect::tableNames() const
{
    return QStringLiteral("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
                          "AND tablename <> 'schema_version' ORDER BY tablename COLLATE \"C\"");
}

QStringList PostgresDialect::continueIdsOf(const QString& table) const
{
    return {QStringLiteral("SELECT setval(pg_get_serial_sequence('%1', 'id'), "
                           "(SELECT coalesce(max(id), 0) + 1 FROM %1), false)")
                .arg(table)};
}

// Row level security holds for who does not own the tables.
QString PostgresDialect::onlyPlayer() const
{
    return QStringLiteral("SELECT CASE WHEN row_security_active('picks') THEN current_user::text END");
}

Status PostgresDialect::backUp(QSqlDatabase&, const QString&) const
{
    return fail(
        ErrorCode::Database,
        Sentence::tr("The database %1 is on a server, whose own backup keeps it safe.").arg(place()),
        Sentence::tr("Ask who runs it, or see pg_dump. parcferme-cli copy --to sqlite:///FILE writes a "
                     "whole copy to a file."));
}

Status PostgresDialect::checkAll(QSqlDatabase& handle) const
{
    QSqlQuery references(handle);
    if (!references.exec(QStringLiteral(
            "SELECT c.conrelid::regclass::text, quote_ident(a.attname), c.confrelid::regclass::text, "
            "quote_ident(f.attname) FROM pg_constraint c "
            "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] "
            "JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1] "
            "WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace "
            "AND cardinality(c.conkey) = 1 ORDER BY 1, 2")))
        return tl::unexpected(toError(references.lastError()));
    while (references.next()) {
        QSqlQuery orphan(handle);
        if (!orphan.exec(
                QStringLiteral("SELECT EXISTS (SELECT 1 FROM %1 AS child WHERE child.%2 IS NOT NULL AND "
                               "NOT EXISTS (SELECT 1 FROM %3 AS parent WHERE parent.%4 = child.%2))")
                    .arg(references.value(0).toString(), references.value(1).toString(),
                         references.value(2).toString(), references.value(3).toString())) ||
            !orphan.next())
            return tl::unexpected(toError(orphan.lastError()));
        if (orphan.value(0).toBool())
            return fail(ErrorCode::DamagedDatabase,
                        Sentence::tr("The database %1 is damaged: a row of %2 refers to nothing.")
                            .arg(place(), references.value(0).toString()),
                        Sentence::tr("It was left as it is. Restore the server's own backup."));
    }
    return {};
}

} // namespace parcferme
