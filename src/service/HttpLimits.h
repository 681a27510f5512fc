#pragma once

#include <QtGlobal>

#include <chrono>

namespace parcferme {

// What one connection may ask of the service. QHttpServer of this Qt limits nothing by itself.
struct HttpLimits
{
    qsizetype headBytes = 16 * 1024; // request line and headers
    qsizetype targetBytes = 2048;    // path and query
    qsizetype headers = 100;
    qint64 bodyBytes = 1024 * 1024;
    int connections = 256;                    // at once
    std::chrono::milliseconds request{15000}; // from the first byte of a request to its last
    std::chrono::milliseconds idle{60000};    // without a request
    std::chrono::milliseconds send{30000};    // without the client taking a byte of the answer
    std::chrono::milliseconds linger{2000};   // for the client to close after the last answer
};

} // namespace parcferme
