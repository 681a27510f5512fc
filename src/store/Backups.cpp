#include "store/Backups.h"

#include "core/Sentence.h"
#include "store/Database.h"
#include "store/FileHolder.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

namespace parcferme {

namespace {

const QString& stampForm()
{
    static const QString form = QStringLiteral("yyyyMMdd'T'HHmmss'Z'");
    return form;
}

// "parcferme-20260607T120000Z.sqlite", and "...-2.sqlite" where that is taken.
QString freeName(const QDir& folder, const QString& base, const QString& kind, const QDateTime& now)
{
    const QString stem = QStringLiteral("%1%2-%3").arg(QFileInfo(base).completeBaseName(), kind,
                                                       now.toUTC().toString(stampForm()));
    QString name = stem + QStringLiteral(".sqlite");
    for (int n = 2; folder.exists(name); ++n)
        name = QStringLiteral("%1-%2.sqlite").arg(stem).arg(n);
    return folder.filePath(name);
}

// A daily copy has its date in its name; one before a migration, named after its schema, has only its file's.
std::optional<QDateTime> dateOf(const QFileInfo& info)
{
    static const QRegularExpression form(
        QStringLiteral("-(?:(\\d{8}T\\d{6}Z)|schema\\d+)(?:-\\d+)?\\.sqlite$"));
    const auto match = form.match(info.fileName());
    if (!match.hasMatch())
        return std::nullopt;
    if (match.captured(1).isEmpty())
        return info.lastModified().toUTC();
    QDateTime time = QDateTime::fromString(match.captured(1), stampForm());
    time.setTimeZone(QTimeZone::utc());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

bool isDaily(const QString& file)
{
    return !QFileInfo(file).fileName().contains(QLatin1StringView("-schema"));
}

Status checkCopy(const QString& file)
{
    DatabaseLocation location;
    location.sqliteFile = file;
    if (!QFileInfo::exists(file))
        return fail(ErrorCode::NotFound, Sentence::tr("There is no backup %1.").arg(file));
    auto database = Database::connect(location);
    return database ? (*database)->checkIntegrity() : Status(tl::unexpected(database.error()));
}

// Whether there is anything in it that could not be fetched again.
Result<bool> isWorthKeeping(Database& database)
{
    auto row = database.run(
        QStringLiteral("SELECT EXISTS (SELECT 1 FROM predictions) OR EXISTS (SELECT 1 FROM manual_grids)"));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return row->integer(0) != 0;
    return row->status().map([] { return false; });
}

tl::unexpected<Error> onServer(const DatabaseLocation& location)
{
    return fail(ErrorCode::Database,
                Sentence::tr("The database %1 is on a server, whose own backup keeps it safe.")
                    .arg(location.display()),
                Sentence::tr("Ask who runs it to restore that. Nothing was changed."));
}

tl::unexpected<Error> notMoved(const QString& from, const QString& to)
{
    return fail(ErrorCode::Io, Sentence::tr("%1 could not be moved to %2.").arg(from, to),
                Sentence::tr("Check the permissions of the folder."));
}

} // namespace

QString Backups::folder() const
{
    return QFileInfo(location_.sqliteFile).dir().filePath(QStringLiteral("backups"));
}

std::vector<Backups::Copy> Backups::list() const
{
    std::vector<Copy> copies;
    if (!location_.isSqlite())
        return copies;
    const QString base = QFileInfo(location_.sqliteFile).completeBaseName();
    const QDir folder(this->folder());
    for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.sqlite")}, QDir::Files))
        if (const auto made = dateOf(info); made && info.fileName().startsWith(base + QLatin1Char('-')))
            copies.push_back({info.filePath(), *made, info.size()});
    std::sort(copies.begin(), copies.end(), [](const Copy& a, const Copy& b) {
        return a.made != b.made ? a.made > b.made : a.file > b.file;
    });
    return copies;
}

std::optional<Backups::Copy> Backups::newestGood() const
{
    for (const Copy& copy : list())
        if (checkCopy(copy.file))
            return copy;
    return std::nullopt;
}

Result<QString> Backups::makeDaily(Database& database, const QDateTime& now) const
{
    if (!location_.isSqlite())
        return QString();
    const auto isThere = [&] {
        const auto copies = list();
        return std::any_of(copies.begin(), copies.end(), [&](const Copy& copy) {
            return isDaily(copy.file) && copy.made.date() == now.toUTC().date();
        });
    };
    if (isThere())
        return QString();
    const auto worth = isWorthKeeping(database);
    if (!worth || !*worth)
        return worth ? Result<QString>(QString()) : tl::unexpected(worth.error());
    if (auto status = database.checkIntegrity(); !status)
        return tl::unexpected(status.error());
    if (!QDir().mkpath(folder()))
        return fail(ErrorCode::Io, Sentence::tr("The folder %1 cannot be made.").arg(folder()));
    QString file = freeName(QDir(folder()), location_.sqliteFile, QString(), now);
    if (auto status = database.copyTo(file); !status)
        return isThere() ? Result<QString>(QString()) : tl::unexpected(status.error()); // another was quicker
    prune(now);
    return file;
}

// Of the daily copies, and what a program left that was killed while it copied. Those before a migration
// stay.
void Backups::prune(const QDateTime& now) const
{
    int kept = 0;
    for (const Copy& copy : list())
        if (isDaily(copy.file) && ++kept > Kept)
            QFile::remove(copy.file);
    const QDir folder(this->folder());
    for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.part*")}, QDir::Files))
        if (info.lastModified().daysTo(now) > 0) // nobody is at it any more
            QFile::remove(info.filePath());
}

Status Backups::restore(const QString& copy, const QDateTime& now) const
{
    if (!location_.isSqlite())
        return onServer(location_);
    if (auto status = checkCopy(copy); !status)
        return status;
    const QString incoming = location_.sqliteFile + QStringLiteral(".restoring");
    QFile::remove(incoming);
    if (!QFile::copy(copy, incoming))
        return fail(ErrorCode::Io,
                    Sentence::tr("The backup %1 could not be copied to %2.").arg(copy, incoming),
                    Sentence::tr("The database is as it was."));
    const auto aside = setAside(now);
    if (!aside) {
        QFile::remove(incoming);
        return tl::unexpected(aside.error());
    }
    if (!QFile::rename(incoming, location_.sqliteFile))
        return notMoved(incoming, location_.sqliteFile);
    return {};
}

Result<QString> Backups::setAside(const QDateTime& now) const
{
    if (!location_.isSqlite())
        return onServer(location_);
    const QString file = location_.sqliteFile;
    if (const auto holder = holderOf(file))
        return fail(ErrorCode::Database,
                    Sentence::tr("Another program (process %1) has %2 open.").arg(*holder).arg(file),
                    Sentence::tr("Close it and try again. Nothing was changed."));
    const QString aside = freeName(QFileInfo(file).dir(), file, QStringLiteral("-set-aside"), now);
    // The log first: SQLite would throw away one that has no database.
    for (const char* part : {"-wal", "-shm", ""}) {
        const QString from = file + QLatin1StringView(part);
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + QLatin1StringView(part)))
            return notMoved(from, aside + QLatin1StringView(part));
    }
    return QFileInfo::exists(aside) ? aside : QString();
}

} // namespace parcferme
