#pragma once

#include "core/Progress.h"
#include "tracker/SourceContact.h"
#include "tracker/Stamping.h"
#include "tracker/Views.h"

namespace parcferme {

// Whether the ledger is what it was: verified, stamped by an authority, and told as a proof to publish.
class LedgerKeeping
{
public:
    // authority: null when the ledger is not stamped.
    LedgerKeeping(Database& database, SourceContact& contact, const Clock& clock, const Settings& settings,
                  std::unique_ptr<TimestampAuthority> authority);

    // Chain, replays, evaluations and stamps; with the text of a proof also that its head is still where it
    // was. Errors: Data when that is no proof; Verification never: problems are in the report.
    Result<LedgerReport> verify(const Progress& progress, const std::optional<QByteArray>& proof);

    // Length, head and vouchers without a check, and when verify() last ran.
    Result<LedgerState> ledger() const;

    // The heads of both ledgers as text to publish, for verify() later, with who vouches for what. Errors:
    // Verification when the chain does not fit: its head would prove nothing.
    Result<QByteArray> proof() const;

    // Has the newest record of a ledger stamped; see Stamping::stampHead.
    QCoro::Task<Result<std::optional<LedgerStamp>>> stampHead(Progress progress);

    void stop() { stamping_.stop(); }

private:
    Database& database_;
    SourceContact& contact_;
    const Clock& clock_;
    const Settings& settings_;
    Stamping stamping_;
};

} // namespace parcferme
