#pragma once

#include "core/Progress.h"
#include "domain/LedgerStamp.h"
#include "source/timestamp/TimestampAuthority.h"
#include "store/Database.h"

#include <QCoroTask>

#include <functional>
#include <memory>

namespace parcferme {

// Has the newest record of each ledger, of predictions and of picks, stamped by an authority. What came is
// kept only when it is a stamp of what was asked, by somebody trusted, of now.
class Stamping
{
public:
    using Present = std::function<QDateTime()>;

    // authority: null when none is asked. certificates: a file of those to trust; empty: the machine's.
    Stamping(Database& database, std::unique_ptr<TimestampAuthority> authority, QString certificates);

    bool isOn() const { return authority_ != nullptr; }
    // An authority is to be asked, and a newest record has no stamp.
    Result<bool> isDue() const;

    // Of one ledger; predictions go first. Answers the new stamp; nothing when none is due, or one is being
    // asked for. `present` is asked when the answer is there. Errors: Network, Offline, Cancelled; Data when
    // what came is no good; Io (certificates); those of the store.
    QCoro::Task<Result<std::optional<LedgerStamp>>> stampHead(Present present, Progress progress);

    // In words, why the last attempt brought none; empty after a good one.
    const QString& trouble() const { return trouble_; }

    // What is under way ends with Cancelled, and nobody is asked any more.
    void stop() { authority_.reset(); }

private:
    // The hash to be stamped next; empty where none is due.
    Result<QByteArray> dueHash() const;
    QCoro::Task<Result<std::optional<LedgerStamp>>> stamp(QByteArray hash, Present present,
                                                          Progress progress);

    Database& database_;
    std::unique_ptr<TimestampAuthority> authority_;
    QString certificates_;
    QString trouble_;
    bool asking_ = false;
};

} // namespace parcferme
