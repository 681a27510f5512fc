#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace parcferme {

enum class ErrorCode {
    Usage,           // the request itself makes no sense: exit status 2, HTTP 422
    NotFound,        // no such race, driver, prediction: exit 2 for a race, HTTP 404
    Ambiguous,       // a name that fits several: exit 2, HTTP 422
    NotYet,          // it does not exist yet: no qualifying, no result
    PolicyRefused,   // the freeze policy does not allow it now: exit 3, HTTP 409
    Network,         // the source is out of reach after all retries: exit 1, HTTP 503
    Offline,         // not asked, because of --offline: exit 1, HTTP 503
    Cancelled,       // the user stopped it
    Data,            // what was read or sent breaks a rule: exit 1
    Database,        // the store refused: exit 1
    DatabaseAway,    // the database server does not answer: exit 1, HTTP 503
    NewerDatabase,   // written by a newer program: exit 1
    DamagedDatabase, // not a database, or a broken one: exit 1
    Io,              // a file could not be read or written: exit 1
    Verification,    // the ledger does not fit: exit 4
};

// What went wrong, in a sentence for the user: `message` names the thing and what happened, `advice` says
// what was kept and what would help (may be empty). Neither ends with a line break; neither is rich text.
struct Error
{
    ErrorCode code = ErrorCode::Data;
    QString message;
    QString advice;

    // Message and advice as one line.
    QString text() const;
};

template <typename T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString advice = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(advice)});
}

} // namespace parcferme
