#include "service/HttpConnections.h"

#include "service/Answer.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace parcferme {

namespace {

using State = HttpConnection::State;

// How much came over this connection so far; the library has taken it already, so that it cannot be peeked
// at.
quint64 bytesReceived(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return 0;
    return info.tcpi_bytes_received;
}

void end(const HttpConnection& connection)
{
    ::shutdown(connection.socket, SHUT_RDWR); // the library sees that it ended, and closes it
}

} // namespace

HttpConnection* HttpConnections::opened(int socket)
{
    auto made = std::make_unique<HttpConnection>();
    HttpConnection* connection = made.get();
    connection->socket = socket;
    const std::lock_guard lock(mutex_);
    connection->tooMany = open_.size() >= static_cast<std::size_t>(limits_.connections);
    enterLocked(*connection, State::Idle);
    open_.emplace(connection, std::move(made));
    return connection;
}

void HttpConnections::closed(HttpConnection* connection)
{
    const std::lock_guard lock(mutex_);
    open_.erase(connection);
}

void HttpConnections::enter(HttpConnection* connection, State state)
{
    const std::lock_guard lock(mutex_);
    enterLocked(*connection, state);
}

void HttpConnections::enterLocked(HttpConnection& connection, State state)
{
    connection.state = state;
    connection.since = Clock::now();
    if (state != State::Idle)
        return;
    connection.received = bytesReceived(connection.socket);
    if (ending_)
        end(connection);
}

void HttpConnections::endIfLate(HttpConnection& connection)
{
    const auto passed = Clock::now() - connection.since;
    switch (connection.state) {
    case State::Idle:
        if (bytesReceived(connection.socket) != connection.received)
            enterLocked(connection, State::Receiving);
        else if (passed > limits_.idle)
            end(connection);
        break;
    case State::Receiving:
        if (passed > limits_.request) {
            // Nobody else writes while a request is incomplete.
            const QByteArray text =
                refusalText({408, QStringLiteral("The request took too long to arrive.")});
            ::send(connection.socket, text.constData(), static_cast<std::size_t>(text.size()),
                   MSG_NOSIGNAL | MSG_DONTWAIT);
            end(connection);
        }
        break;
    case State::Working:
        break;
    case State::Sending:
        if (passed > limits_.send)
            end(connection);
        break;
    }
}

void HttpConnections::endLate()
{
    const std::lock_guard lock(mutex_);
    for (const auto& [key, connection] : open_)
        endIfLate(*connection);
}

void HttpConnections::endUnasked()
{
    const std::lock_guard lock(mutex_);
    ending_ = true;
    for (const auto& [key, connection] : open_)
        if (connection->state == State::Idle || connection->state == State::Receiving)
            end(*connection);
}

bool HttpConnections::isEnding() const
{
    const std::lock_guard lock(mutex_);
    return ending_;
}

int HttpConnections::count() const
{
    const std::lock_guard lock(mutex_);
    return static_cast<int>(open_.size());
}

} // namespace parcferme
