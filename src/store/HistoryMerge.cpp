#include "store/HistoryMerge.h"

#include "store/HistoryMerger.h"
#include "store/StateRepository.h"
#include "store/Transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QVersionNumber>

namespace parcferme {

namespace {

constexpr auto EditionKey = "history_edition";

// The bundle, readable as schema "history" until the object goes.
class Attachment
{
public:
    explicit Attachment(Database& database) : database_(database) {}
    Attachment(const Attachment&) = delete;
    Attachment& operator=(const Attachment&) = delete;
    ~Attachment()
    {
        if (attached_)
            static_cast<void>(database_.run(QStringLiteral("DETACH history")));
    }

    Status attach(const QString& file)
    {
        // Immutable: the file ships with the program, may lie where nothing can be written, and is never
        // locked.
        const QString url = QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) +
                            QStringLiteral("?mode=ro&immutable=1");
        auto done = database_.run(QStringLiteral("ATTACH ? AS history"), {url});
        attached_ = done.has_value();
        return done ? Status() : tl::unexpected(done.error());
    }

private:
    Database& database_;
    bool attached_ = false;
};

tl::unexpected<Error> damagedBundle(const QString& bundle, const Error& why)
{
    return fail(
        ErrorCode::DamagedDatabase,
        QStringLiteral("The bundled history %1 is damaged (%2).")
            .arg(QDir::toNativeSeparators(bundle), why.message.simplified()),
        QStringLiteral("Nothing was changed; what is stored stays usable. Install the program again."));
}

Result<QString> bundleEdition(Database& database)
{
    auto row = database.run(QStringLiteral("SELECT value FROM history.meta WHERE key = 'edition'"));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next())
        return row->text(0);
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return fail(ErrorCode::Data, QStringLiteral("it says no edition"));
}

Status checkBundle(Database& database)
{
    auto row = database.run(QStringLiteral("PRAGMA history.quick_check(1)"));
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return row->status();
    return row->text(0) == QLatin1StringView("ok") ? Status() : fail(ErrorCode::Data, row->text(0));
}

// Is this edition newer than the one in the database?
Result<bool> isNewer(Database& database, const QString& edition)
{
    auto merged = StateRepository(database).value(QLatin1StringView(EditionKey));
    if (!merged)
        return tl::unexpected(merged.error());
    return !*merged || QVersionNumber::fromString(edition) > QVersionNumber::fromString(**merged);
}

} // namespace

Result<HistoryMerge::Report> HistoryMerge::mergeIfNewer(const QString& bundle)
{
    // SQLite would make a file that is missing.
    if (bundle.isEmpty() || !QFileInfo(bundle).isFile())
        return fail(
            ErrorCode::Io,
            QStringLiteral("The bundled history %1 is missing.")
                .arg(bundle.isEmpty() ? QStringLiteral("history.sqlite") : QDir::toNativeSeparators(bundle)),
            QStringLiteral(
                "The program works with what is stored. Install it again to have the past seasons."));
    Attachment attachment(*database_);
    if (Status status = attachment.attach(bundle); !status)
        return damagedBundle(bundle, status.error());
    auto edition = bundleEdition(*database_);
    if (!edition)
        return damagedBundle(bundle, edition.error());
    Report report{*edition};
    if (auto newer = isNewer(*database_, *edition); !newer || !*newer)
        return newer ? Result<Report>(report) : tl::unexpected(newer.error());
    if (Status status = checkBundle(*database_); !status)
        return damagedBundle(bundle, status.error());
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Asked again under the lock: another program may have merged meanwhile.
    if (auto newer = isNewer(*database_, *edition); !newer || !*newer)
        return newer ? Result<Report>(report) : tl::unexpected(newer.error());
    HistoryMerger merger(*database_);
    if (Status status = merger.run(); !status)
        return tl::unexpected(status.error());
    if (Status status = StateRepository(*database_).set(QLatin1StringView(EditionKey), *edition); !status)
        return tl::unexpected(status.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    report.merged = true;
    report.newRaces = merger.newRaces();
    report.newResults = merger.newResults();
    return report;
}

} // namespace parcferme
