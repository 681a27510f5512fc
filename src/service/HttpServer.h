#pragma once

#include "core/Error.h"
#include "service/HttpConnections.h"
#include "service/IncomingRequest.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

struct MHD_Daemon;

namespace parcferme {

// What a request is answered with.
struct OutgoingReply
{
    int status = 200;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; // besides Content-Length, which follows from the body
    bool closes = false;                              // no further request on this connection
};

// HTTP/1.1 over libmicrohttpd: parses, limits and answers on threads of its own. What is asked and who may
// ask is the handler's affair.
class HttpServer final : public QObject
{
    Q_OBJECT
public:
    // Gives the reply later, once, from any thread; the connection waits meanwhile and costs no thread.
    using Later = std::function<void(const OutgoingReply&)>;
    // Answers at once, or with nothing and calls Later. Runs on one of the server's threads; a request that
    // was refused as broken comes with the refusal, to be put into the service's own form.
    using Handler = std::function<std::optional<OutgoingReply>(const IncomingRequest&,
                                                               const std::optional<Refusal>&, const Later&)>;

    HttpServer(const HttpLimits& limits, int threads, Handler handler);
    ~HttpServer() override; // what waits for its reply is answered with 503; every thread has ended then

    // Errors: Io when the address cannot be listened on.
    Status listen(const QHostAddress& host, quint16 port);
    quint16 port() const;

    // Takes no more connections, ends those without a request, and the others once they are answered.
    void stop();
    int connections() const { return connections_.count(); }

Q_SIGNALS:
    void emptied(); // after stop(): the last connection is gone. Told on one of the server's threads.

private:
    struct Callbacks; // what the library calls
    struct Exchange;
    class Waiting;

    void linger(int socket); // before the library closes it; any thread

    HttpLimits limits_;
    int threads_;
    Handler handler_;
    HttpConnections connections_;
    std::shared_ptr<Waiting> waiting_;
    MHD_Daemon* daemon_ = nullptr;
    int listening_ = -1; // ours once the library listens no more
    QTimer deadlines_;
    QObject lingering_; // holds them
};

} // namespace parcferme
