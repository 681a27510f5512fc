#include "tracker/LedgerKeeping.h"

#include "core/Version.h"
#include "store/LedgerCheck.h"
#include "tracker/LedgerProof.h"
#include "tracker/LedgerState.h"
#include "tracker/Verification.h"
#include "tracker/Vouching.h"

#include <QLoggingCategory>

namespace parcferme {

namespace {

Q_LOGGING_CATEGORY(ledgerLog, "parcferme.ledger", QtWarningMsg)

} // namespace

LedgerKeeping::LedgerKeeping(Database& database, SourceContact& contact, const Clock& clock,
                             const Settings& settings, std::unique_ptr<TimestampAuthority> authority)
    : database_(database), contact_(contact), clock_(clock), settings_(settings),
      stamping_(database, std::move(authority), settings.timestampCertificates)
{
}

Result<LedgerReport> LedgerKeeping::verify(const Progress& progress, const std::optional<QByteArray>& proof)
{
    const auto parsed = proof ? parseProof(*proof).map([](const LedgerProof& p) { return std::optional(p); })
                              : Result<std::optional<LedgerProof>>(std::nullopt);
    if (!parsed)
        return tl::unexpected(parsed.error());
    auto report = verifyLedger(database_, progress);
    if (!report)
        return report;
    if (report->problems.isEmpty()) { // else it is not known what the stamps are over
        auto stamps = checkStamps(database_, settings_.timestampCertificates);
        if (!stamps)
            return tl::unexpected(stamps.error());
        report->problems = stamps->problems;
        report->stampNotes = stamps->notes;
        report->predictions = std::move(stamps->predictions);
        report->vouchedPicks = std::move(stamps->picks);
    }
    if (*parsed) {
        const auto fits = proofFits(database_, **parsed);
        if (!fits && fits.error().code != ErrorCode::Verification)
            return tl::unexpected(fits.error());
        if (!fits)
            report->problems.append(fits.error().message);
        report->proofLength = (*parsed)->length;
        report->proofPicks = (*parsed)->picks;
    }
    // What was found counts even where it cannot be noted, on a full disk for example.
    if (const auto noted = noteCheck(database_, *report, clock_.now()); !noted)
        qCWarning(ledgerLog).noquote() << "The check was not noted:" << noted.error().text();
    return report;
}

Result<LedgerState> LedgerKeeping::ledger() const
{
    auto state = ledgerState(database_);
    if (state) {
        state->authority = settings_.timestampUrl.host();
        state->stampTrouble = stamping_.trouble();
    }
    return state;
}

Result<QByteArray> LedgerKeeping::proof() const
{
    const auto checked = LedgerCheck(database_).run();
    if (!checked)
        return tl::unexpected(checked.error());
    const auto stamps = checkStamps(database_, settings_.timestampCertificates);
    if (!stamps)
        return tl::unexpected(stamps.error());
    LedgerProof proof{checked->predictions, checked->head, clock_.now(),
                      QStringLiteral("parcferme/" PARCFERME_VERSION), stamps->predictions};
    proof.picks = checked->picks;
    proof.picksHead = checked->picksHead;
    proof.vouchedPicks = stamps->picks;
    return proofText(proof);
}

QCoro::Task<Result<std::optional<LedgerStamp>>> LedgerKeeping::stampHead(Progress progress)
{
    const auto present = [this] {
        const Present now = contact_.present();
        return now.server.value_or(now.machine);
    };
    co_return co_await stamping_.stampHead(present, std::move(progress));
}

} // namespace parcferme
