#include "service/HttpServer.h"

#include "service/LingeringClose.h"
#include "service/ServiceLog.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <unordered_map>

#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr unsigned int Backlog = 256;   // connections that the kernel holds until they are accepted
constexpr unsigned int TurnedAway = 64; // over the limit, to be told so
constexpr qsizetype LingeringAtMost = 64;
constexpr std::size_t MemoryPerConnection = 65536; // head of the request and of the answer

sockaddr_storage addressOf(const QHostAddress& host, quint16 port)
{
    sockaddr_storage storage{};
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        auto* address = reinterpret_cast<sockaddr_in*>(&storage);
        address->sin_family = AF_INET;
        address->sin_port = htons(port);
        address->sin_addr.s_addr = htonl(host.toIPv4Address());
    } else {
        auto* address = reinterpret_cast<sockaddr_in6*>(&storage);
        address->sin6_family = AF_INET6;
        address->sin6_port = htons(port);
        const Q_IPV6ADDR bytes = host.toIPv6Address();
        std::copy(std::begin(bytes.c), std::end(bytes.c), std::begin(address->sin6_addr.s6_addr));
    }
    return storage;
}

QString nameOf(const sockaddr* address)
{
    const QHostAddress peer(address);
    bool isVersion4 = false;
    const quint32 version4 = peer.toIPv4Address(&isVersion4);
    return isVersion4 ? QHostAddress(version4).toString() : peer.toString();
}

void send(MHD_Connection* connection, const OutgoingReply& reply)
{
    MHD_Response* response =
        MHD_create_response_from_buffer(static_cast<std::size_t>(reply.body.size()),
                                        const_cast<char*>(reply.body.constData()), MHD_RESPMEM_MUST_COPY);
    for (const auto& [name, value] : reply.headers)
        MHD_add_response_header(response, name.constData(), value.constData());
    if (reply.closes)
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    MHD_queue_response(connection, static_cast<unsigned int>(reply.status), response);
    MHD_destroy_response(response);
}

} // namespace

// One request on its way from the first line to the reply.
struct HttpServer::Exchange
{
    IncomingRequest request;
    std::optional<Refusal> refusal;
    std::optional<OutgoingReply> reply;
    qint64 body = 0;
    bool headRead = false;
};

// The requests whose reply may come later. It outlives the server where a handler is late.
class HttpServer::Waiting
{
public:
    void expect(Exchange* exchange)
    {
        const std::lock_guard lock(mutex_);
        expected_.emplace(exchange, nullptr);
    }

    void forget(Exchange* exchange)
    {
        const std::lock_guard lock(mutex_);
        expected_.erase(exchange);
    }

    // Lets the connection wait, unless the reply has come meanwhile; answers whether it waits.
    bool suspend(Exchange* exchange, MHD_Connection* connection)
    {
        const std::lock_guard lock(mutex_);
        const auto found = expected_.find(exchange);
        if (found == expected_.end())
            return false;
        MHD_suspend_connection(connection);
        found->second = connection;
        return true;
    }

    void resume(Exchange* exchange, const OutgoingReply& reply)
    {
        const std::lock_guard lock(mutex_);
        const auto found = expected_.find(exchange);
        if (found != expected_.end())
            resume(found, reply);
    }

    void resumeAll(const OutgoingReply& reply)
    {
        const std::lock_guard lock(mutex_);
        while (!expected_.empty())
            resume(expected_.begin(), reply);
    }

private:
    using Entries = std::unordered_map<Exchange*, MHD_Connection*>;

    void resume(Entries::iterator entry, const OutgoingReply& reply)
    {
        const auto [exchange, connection] = *entry;
        expected_.erase(entry);
        exchange->reply = reply;
        if (connection)
            MHD_resume_connection(connection);
    }

    std::mutex mutex_; // guards expected_, and the replies of the exchanges that are in it
    Entries expected_; // with the connection that waits; none while the handler runs
};

struct HttpServer::Callbacks
{
    static HttpConnection* connectionOf(MHD_Connection* connection)
    {
        const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
        return info ? static_cast<HttpConnection*>(info->socket_context) : nullptr;
    }

    static void log(void*, const char* format, va_list arguments)
    {
        qCDebug(serviceLog).noquote() << QString::vasprintf(format, arguments).trimmed();
    }

    static void onConnection(void* self, MHD_Connection* connection, void** context,
                             MHD_ConnectionNotificationCode code)
    {
        auto* server = static_cast<HttpServer*>(self);
        if (code == MHD_CONNECTION_NOTIFY_STARTED) {
            const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
            *context = server->connections_.opened(info->connect_fd);
            return;
        }
        auto* ended = static_cast<HttpConnection*>(*context);
        server->linger(ended->socket);
        server->connections_.closed(ended);
        *context = nullptr;
        if (server->connections_.isEnding() && server->connections_.count() == 0)
            Q_EMIT server->emptied();
    }

    // The request line is there; the target is needed as it was sent, before the library decodes it.
    static void* onTarget(void* self, const char* target, MHD_Connection* connection)
    {
        static_cast<HttpServer*>(self)->connections_.enter(connectionOf(connection),
                                                           HttpConnection::State::Receiving);
        auto* exchange = new Exchange;
        exchange->request.target = target;
        return exchange;
    }

    static std::size_t keepEscapes(void*, MHD_Connection*, char* text) { return qstrlen(text); }

    static MHD_Result onHeader(void* both, MHD_ValueKind, const char* name, std::size_t nameSize,
                               const char* value, std::size_t valueSize)
    {
        auto& [request, check] = *static_cast<std::pair<IncomingRequest*, HttpHeadCheck*>*>(both);
        const QByteArray lower = QByteArray(name, static_cast<qsizetype>(nameSize)).toLower();
        const QByteArray text(value, static_cast<qsizetype>(valueSize));
        check->add(lower, text);
        request->headers.insert(lower, text);
        return MHD_YES;
    }

    static void readHead(const HttpServer& server, Exchange& exchange, MHD_Connection* connection,
                         const char* method, const char* version)
    {
        exchange.headRead = true;
        exchange.request.method = method;
        exchange.request.version = version;
        const auto* client = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
        exchange.request.peer = nameOf(client->client_addr);
        HttpHeadCheck check(server.limits_);
        std::pair<IncomingRequest*, HttpHeadCheck*> both(&exchange.request, &check);
        MHD_get_connection_values_n(connection, MHD_HEADER_KIND, onHeader, &both);
        exchange.refusal = check.refuses(exchange.request);
        if (!exchange.refusal && connectionOf(connection)->tooMany)
            exchange.refusal = {503, QStringLiteral("There are too many connections; try again later.")};
    }

    static MHD_Result answer(HttpServer& server, Exchange& exchange, MHD_Connection* connection)
    {
        OutgoingReply reply = *exchange.reply;
        reply.closes = reply.closes || exchange.refusal || server.connections_.isEnding();
        server.connections_.enter(connectionOf(connection), HttpConnection::State::Sending);
        send(connection, reply);
        return MHD_YES;
    }

    static MHD_Result ask(HttpServer& server, Exchange& exchange, MHD_Connection* connection)
    {
        server.connections_.enter(connectionOf(connection), HttpConnection::State::Working);
        const Later later = [waiting = std::weak_ptr(server.waiting_),
                             key = &exchange](const OutgoingReply& reply) {
            if (const auto there = waiting.lock())
                there->resume(key, reply);
        };
        server.waiting_->expect(&exchange);
        if (auto reply = server.handler_(exchange.request, exchange.refusal, later)) {
            server.waiting_->forget(&exchange);
            exchange.reply = std::move(reply);
        } else if (server.waiting_->suspend(&exchange, connection)) {
            return MHD_YES; // called again once it is resumed
        }
        return answer(server, exchange, connection);
    }

    // Called with the head, with each part of the body, and when all is there.
    static MHD_Result onRequest(void* self, MHD_Connection* connection, const char*, const char* method,
                                const char* version, const char*, std::size_t* bodySize, void** context)
    {
        auto& server = *static_cast<HttpServer*>(self);
        auto& exchange = *static_cast<Exchange*>(*context);
        if (exchange.reply)
            return answer(server, exchange, connection);
        if (!exchange.headRead) {
            readHead(server, exchange, connection, method, version);
            // Before its body, which a request that is refused need not send.
            return exchange.refusal ? ask(server, exchange, connection) : MHD_YES;
        }
        if (*bodySize > 0) {
            exchange.body += static_cast<qint64>(*bodySize);
            *bodySize = 0;
            return MHD_YES;
        }
        return ask(server, exchange, connection);
    }

    static void onCompleted(void* self, MHD_Connection* connection, void** context,
                            MHD_RequestTerminationCode)
    {
        delete static_cast<Exchange*>(*context);
        *context = nullptr;
        if (HttpConnection* open = connectionOf(connection))
            static_cast<HttpServer*>(self)->connections_.enter(open, HttpConnection::State::Idle);
    }
};

HttpServer::HttpServer(const HttpLimits& limits, int threads, Handler handler)
    : limits_(limits), threads_(threads), handler_(std::move(handler)), connections_(limits),
      waiting_(std::make_shared<Waiting>())
{
    deadlines_.setInterval(std::clamp<std::chrono::milliseconds>(
        std::min({limits.request, limits.idle, limits.send}) / 10, 20ms, 1000ms));
    connect(&deadlines_, &QTimer::timeout, this, [this] { connections_.endLate(); });
}

HttpServer::~HttpServer()
{
    if (!daemon_)
        return;
    waiting_->resumeAll(
        {503, R"({"detail":"The service ends."})", {{"Content-Type", "application/json"}}, true});
    MHD_stop_daemon(daemon_);
    QCoreApplication::sendPostedEvents(&lingering_); // so that each descriptor has its owner
    if (listening_ >= 0)
        ::close(listening_);
}

Status HttpServer::listen(const QHostAddress& host, quint16 port)
{
    const sockaddr_storage address = addressOf(host, port);
    // Not epoll: the library then misses the end of a connection that comes together with its last bytes.
    unsigned int flags = MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC |
                         MHD_USE_ERROR_LOG | MHD_USE_SUPPRESS_DATE_NO_CLOCK;
    if (address.ss_family == AF_INET6)
        flags |= host == QHostAddress(QHostAddress::AnyIPv6) ? MHD_USE_DUAL_STACK : MHD_USE_IPv6;
    errno = 0;
    daemon_ = MHD_start_daemon(
        flags, port, nullptr, nullptr, &Callbacks::onRequest, this, MHD_OPTION_EXTERNAL_LOGGER,
        &Callbacks::log, nullptr, // first, to hear of the rest
        MHD_OPTION_SOCK_ADDR, reinterpret_cast<const sockaddr*>(&address), MHD_OPTION_THREAD_POOL_SIZE,
        static_cast<unsigned int>(threads_), MHD_OPTION_LISTEN_BACKLOG_SIZE, Backlog,
        MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned int>(limits_.connections) + TurnedAway,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, static_cast<unsigned int>(limits_.connectionsPerAddress),
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, MemoryPerConnection, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_UNESCAPE_CALLBACK, &Callbacks::keepEscapes, nullptr, MHD_OPTION_URI_LOG_CALLBACK,
        &Callbacks::onTarget, this, MHD_OPTION_NOTIFY_CONNECTION, &Callbacks::onConnection, this,
        MHD_OPTION_NOTIFY_COMPLETED, &Callbacks::onCompleted, this, MHD_OPTION_END);
    if (!daemon_)
        return fail(ErrorCode::Io, QStringLiteral("%1 port %2 cannot be listened on: %3.")
                                       .arg(host.toString())
                                       .arg(port)
                                       .arg(qt_error_string(errno)));
    deadlines_.start();
    return {};
}

quint16 HttpServer::port() const
{
    return MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT)->port;
}

void HttpServer::linger(int socket)
{
    const int held = LingeringClose::hold(socket);
    if (held < 0)
        return;
    QMetaObject::invokeMethod(
        &lingering_,
        [this, held] {
            new LingeringClose(held, &lingering_);
            if (lingering_.children().size() > LingeringAtMost)
                delete lingering_.children().first();
        },
        Qt::QueuedConnection);
}

void HttpServer::stop()
{
    if (listening_ < 0)
        listening_ = MHD_quiesce_daemon(daemon_);
    connections_.endUnasked();
}

} // namespace parcferme
