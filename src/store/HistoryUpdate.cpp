#include "store/HistoryUpdate.h"

#include "core/Sentence.h"
#include "store/FactRepository.h"
#include "store/HistoryBundle.h"
#include "store/HistoryMerge.h"
#include "store/StateRepository.h"
#include "store/Transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QVersionNumber>

namespace parcferme {

namespace {

constexpr auto EditionKey = "history_edition";

tl::unexpected<Error> damagedBundle(const QString& bundle, const Error& why)
{
    return fail(ErrorCode::DamagedDatabase,
                Sentence::tr("The bundled history %1 is damaged (%2).")
                    .arg(QDir::toNativeSeparators(bundle), why.message.simplified()),
                Sentence::tr("Nothing was changed; what is stored stays usable. Install the program again."));
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

Result<HistoryUpdate::Report> HistoryUpdate::mergeIfNewer(const QString& bundle)
{
    // SQLite would make a file that is missing.
    if (bundle.isEmpty() || !QFileInfo(bundle).isFile())
        return fail(
            ErrorCode::Io,
            Sentence::tr("The bundled history %1 is missing.")
                .arg(bundle.isEmpty() ? QStringLiteral("history.sqlite") : QDir::toNativeSeparators(bundle)),
            Sentence::tr(
                "The program works with what is stored. Install it again to have the past seasons."));
    auto facts = HistoryBundle::open(bundle);
    auto edition = facts ? facts->edition() : tl::unexpected(facts.error());
    if (!edition)
        return damagedBundle(bundle, edition.error());
    Report report{*edition};
    if (auto newer = isNewer(*database_, *edition); !newer || !*newer)
        return newer ? Result<Report>(report) : tl::unexpected(newer.error());
    if (Status status = facts->check(); !status)
        return damagedBundle(bundle, status.error());
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Asked again under the lock: another program may have merged meanwhile.
    if (auto newer = isNewer(*database_, *edition); !newer || !*newer)
        return newer ? Result<Report>(report) : tl::unexpected(newer.error());
    HistoryMerge merger(*database_);
    const Status merged = facts->lendTo(*database_).and_then([&] { return merger.run(); }).and_then([&] {
        return HistoryBundle::takeBack(*database_);
    });
    if (!merged)
        return tl::unexpected(merged.error());
    if (Status status = FactRepository(*database_).countChange(); !status)
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
