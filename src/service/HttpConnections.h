#pragma once

#include "service/HttpLimits.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace parcferme {

// What a connection is doing. The HTTP library's own time-out begins anew with every byte, so that somebody
// who sends one now and then would hold a connection for ever: these do not.
struct HttpConnection
{
    enum class State {
        Idle,      // waits for the first byte of a request
        Receiving, // has some of a request
        Working,   // has all of it; however long the answer takes
        Sending,   // the answer is on its way
    };

    int socket = -1;
    State state = State::Idle;
    std::chrono::steady_clock::time_point since; // when this state began
    quint64 received = 0;                        // bytes that had come when it became idle
    bool tooMany = false;                        // there were as many as may be when it came
};

// The open connections and their deadlines. Any thread may call any of it.
class HttpConnections
{
public:
    using Clock = std::chrono::steady_clock;

    explicit HttpConnections(const HttpLimits& limits) : limits_(limits) {}

    HttpConnection* opened(int socket);
    void closed(HttpConnection* connection); // before the socket's number can be another's
    void enter(HttpConnection* connection, HttpConnection::State state);

    // Ends those that are over their time: with 408 where a request is incomplete.
    void endLate();
    // Ends those that have no whole request, now and from now on.
    void endUnasked();
    bool isEnding() const;
    int count() const;

private:
    void enterLocked(HttpConnection& connection, HttpConnection::State state);
    void endIfLate(HttpConnection& connection);

    HttpLimits limits_;
    mutable std::mutex mutex_; // guards all below, and what they point to
    std::unordered_map<HttpConnection*, std::unique_ptr<HttpConnection>> open_;
    bool ending_ = false;
};

} // namespace parcferme
