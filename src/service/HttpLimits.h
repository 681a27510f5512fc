#pragma once

#include <QtGlobal>

#include <chrono>

namespace parcferme {

// What one connection may ask of the service.
struct HttpLimits
{
    qsizetype headBytes = 16 * 1024; // headers
    qsizetype targetBytes = 2048;    // path and query
    qsizetype headers = 100;
    qint64 bodyBytes = 1024 * 1024;
    int connections = 256;                    // at once
    int connectionsPerAddress = 128;          // at once
    std::chrono::milliseconds request{15000}; // from the first byte of a request to its last
    std::chrono::milliseconds idle{60000};    // without a request
    std::chrono::milliseconds send{30000};    // until the client has taken the whole answer
};

} // namespace parcferme
