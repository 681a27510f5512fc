#pragma once

#include "core/Error.h"

#include <QDateTime>

#include <optional>

namespace parcferme {

// Why a source gave no new answer.
struct NoAnswer
{
    enum class Why {
        OutOfReach,  // no network, or a fault of the host, after all retries
        Refused,     // it sent something that is no data, or breaks a rule
        Closed,      // the source says that it answers nobody at the moment
        BudgetSpent, // this program has sent as many requests as it may
        OutOfTime,   // the deadline that the caller set has passed, or would have
        Offline,     // not asked, because the user wants no network
        Cancelled,   // the user stopped it, or the program ends
    };

    Why why = Why::OutOfReach;
    Error error;                           // Network, Data, Offline or Cancelled, in words for the user
    std::optional<QDateTime> askAgainFrom; // UTC, where it is known: when a request may be sent again
};

} // namespace parcferme
