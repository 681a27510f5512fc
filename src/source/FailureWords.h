#pragma once

#include "source/HttpTransfer.h"

namespace parcferme {

// Sentences for people about what went wrong with a request to `host`.
QString describe(const TransferFailure& failure, const QString& host, const HttpTransfer::Limits& limits);

// For a status that is no success, with the reason that the source gives, if it gives one in plain words.
QString describe(const HttpReply& reply, const QString& host);

} // namespace parcferme
