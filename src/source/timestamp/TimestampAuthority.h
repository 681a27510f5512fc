#pragma once

#include "core/Error.h"
#include "core/Progress.h"

#include <QByteArray>
#include <QCoroTask>

namespace parcferme {

// Somebody who signs hashes together with the time (RFC 3161). Only carries bytes: src/stamp makes and reads
// them.
class TimestampAuthority
{
public:
    TimestampAuthority() = default;
    TimestampAuthority(const TimestampAuthority&) = delete;
    TimestampAuthority& operator=(const TimestampAuthority&) = delete;
    virtual ~TimestampAuthority() = default;

    // Sends a request (DER), answers what comes back, unread. Finishes exactly once. Errors: Network,
    // Offline, Cancelled.
    virtual QCoro::Task<Result<QByteArray>> ask(QByteArray request, Progress progress) = 0;
};

} // namespace parcferme
