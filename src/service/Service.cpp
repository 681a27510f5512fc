#include "service/Service.h"

#include "core/UtcTime.h"
#include "service/ServiceLog.h"

#include <QElapsedTimer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <chrono>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr int MostWorking = 32;  // writes under way, each may wait for the network
constexpr auto BackupEvery = 1h; // it is made once a day

int readerCount()
{
    return std::clamp(QThread::idealThreadCount(), 2, 4);
}

QString nameOf(const QHostAddress& peer)
{
    bool isVersion4 = false;
    const quint32 version4 = peer.toIPv4Address(&isVersion4);
    return isVersion4 ? QHostAddress(version4).toString() : peer.toString();
}

} // namespace

// One request and the way back to whoever asked.
struct Service::Exchange
{
    QPointer<GuardedSocket> socket; // null when the connection is gone
    QHttpServerResponder responder;
    HttpHead head;
    QByteArray path; // without the query
    QString peer;
    Access::Headers headers;
    QByteArray preflight;      // the method that a browser asks about; empty for a request of its own
    QList<QByteArray> methods; // of the path
    QElapsedTimer timer;
};

Service::Service(const Settings& settings, const ServiceOptions& options, const Clock& clock)
    : clock_(clock), options_(options), access_(options), server_(new GuardedServer(options.limits)),
      writer_(clock), readers_(settings, clock, readerCount())
{
    server_->setParent(this);
    connect(server_, &GuardedServer::emptied, this, &Service::endIfDone);
    connect(server_, &GuardedServer::refused, this,
            [this](const QHostAddress& peer, int status, qint64 bytes) {
                qCInfo(accessLog).noquote()
                    << toIso(clock_.now()) << nameOf(peer) << "- -" << status << "0 ms" << bytes << "B";
            });
    connect(&writer_, &TrackerThread::failed, this,
            [](const Error& error) { qCCritical(serviceLog).noquote() << error.text(); });
    writer_.open(settings);
    backups_.setInterval(BackupEvery);
    connect(&backups_, &QTimer::timeout, this, &Service::backUp);
}

Service::~Service()
{
    for (const Progress& progress : std::as_const(working_))
        progress.cancel();
}

Status Service::start()
{
    if (!server_->listen(options_.host, options_.port))
        return fail(ErrorCode::Io, QStringLiteral("%1 port %2 cannot be listened on: %3.")
                                       .arg(options_.host.toString())
                                       .arg(options_.port)
                                       .arg(server_->errorString()));
    bind(server_);
    backups_.start();
    return {};
}

QUrl Service::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(server_->serverAddress().toString());
    url.setPort(server_->serverPort());
    return url;
}

void Service::stop()
{
    if (stopping_) {
        for (const Progress& progress : std::as_const(working_))
            progress.cancel();
        return;
    }
    stopping_ = true;
    backups_.stop();
    server_->stop();
    endIfDone();
}

void Service::endIfDone()
{
    if (!stopping_ || ended_ || server_->connections() > 0 || !working_.isEmpty())
        return;
    ended_ = true;
    QTimer::singleShot(0, this, [this] { Q_EMIT stopped(); });
}

void Service::backUp()
{
    writer_.ask(
        this, [](Tracker& tracker) { return tracker.backUpDaily(); },
        [](const Result<QString>& made) {
            if (!made)
                qCWarning(serviceLog).noquote() << made.error().text();
        });
}

bool Service::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket)
{
    auto* guarded = static_cast<GuardedSocket*>(socket);
    const auto exchange = std::make_shared<Exchange>(
        Exchange{guarded,
                 makeResponder(request, socket),
                 guarded->head(),
                 guarded->head().target.split('?').first(),
                 nameOf(socket->peerAddress()),
                 {request.value("host"), request.value("origin"), request.value("authorization")},
                 request.value("access-control-request-method"),
                 {},
                 {}});
    exchange->timer.start();
    answer(exchange);
    return true;
}

void Service::missingHandler(const QHttpServerRequest&, QTcpSocket*) {}

void Service::answer(const Exchanged& exchange)
{
    const auto target = Target::parse(exchange->head.target);
    if (const auto refusal = access_.refusesPage(exchange->headers))
        return finish(exchange, answerOf(*refusal));
    if (!target)
        return finish(exchange, answerOf(target.error()));
    const auto match = parcferme::match(exchange->head.method, *target);
    const bool open = match && match->route && match->route->open;
    const bool preflight = match && !match->route && exchange->head.method == "OPTIONS" &&
                           !exchange->headers.origin.isEmpty() && !exchange->preflight.isEmpty();
    if (const auto refusal = access_.refusesToken(exchange->headers); refusal && !open && !preflight)
        return finish(exchange, answerOf(*refusal));
    if (!match)
        return finish(exchange, answerOf(match.error()));
    exchange->methods = match->methods;
    if (preflight)
        return finish(exchange, {204, {}, {}});
    if (!match->route)
        return finish(exchange,
                      answerOf(Refusal{405, QStringLiteral("This path is asked with %1.")
                                                .arg(QString::fromLatin1(match->methods.join(", ")))}));
    dispatch(exchange, *match);
}

void Service::dispatch(const Exchanged& exchange, const Match& match)
{
    const auto& handler = match.route->handler;
    if (const auto* fixed = std::get_if<Route::Fixed>(&handler))
        return finish(exchange, (*fixed)());
    if (const auto* job = std::get_if<Route::Work>(&handler))
        return work(exchange, *job, match.call);
    readers_.ask([read = std::get<Route::Read>(handler),
                  call = match.call](const Tracker& tracker) { return read(tracker, call); },
                 [this, exchange](const Result<Answer>& answer) {
                     finish(exchange, answer ? *answer : answerOf(answer.error()));
                 });
}

void Service::work(const Exchanged& exchange, Route::Work work, const Call& call)
{
    if (working_.size() >= MostWorking)
        return finish(exchange, answerOf(Refusal{
                                    503, QStringLiteral("Too much is under way already; try again later.")}));
    const Progress progress;
    working_.insert(exchange.get(), progress);
    writer_.ask(
        this, [work, call, progress](Tracker& tracker) { return work(tracker, call, progress); },
        [this, exchange](const Result<Answer>& answer) {
            working_.remove(exchange.get());
            finish(exchange, answer ? *answer : answerOf(answer.error()));
            endIfDone();
        });
}

QByteArray Service::date() const
{
    return QLocale::c().toString(clock_.now(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

void Service::finish(const Exchanged& exchange, const Answer& answer)
{
    qCInfo(accessLog).noquote() << toIso(clock_.now()) << exchange->peer << exchange->head.method
                                << exchange->path << answer.status << exchange->timer.elapsed() << "ms"
                                << answer.body.size() << "B";
    if (!exchange->socket || exchange->socket->state() != QAbstractSocket::ConnectedState)
        return;
    QHttpServerResponder& responder = exchange->responder;
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(answer.status));
    responder.writeHeader("Date", date());
    responder.writeHeader("Cache-Control", "no-store");
    responder.writeHeader("X-Content-Type-Options", "nosniff");
    responder.writeHeader("Vary", "Origin");
    if (const QByteArray origin = access_.allowedOrigin(exchange->headers.origin); !origin.isEmpty())
        responder.writeHeader("Access-Control-Allow-Origin", origin);
    if (answer.status == 204) {
        responder.writeHeader("Access-Control-Allow-Methods", exchange->methods.join(", "));
        responder.writeHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
        responder.writeHeader("Access-Control-Max-Age", "600");
    } else {
        responder.writeHeader("Content-Type", answer.type);
        responder.writeHeader("Content-Length", QByteArray::number(answer.body.size()));
    }
    if (answer.status == 405)
        responder.writeHeader("Allow", exchange->methods.join(", "));
    if (answer.status == 401)
        responder.writeHeader("WWW-Authenticate", "Bearer");
    if (!exchange->head.keepAlive || stopping_)
        responder.writeHeader("Connection", "close");
    responder.writeBody(exchange->head.method == "HEAD" ? QByteArray() : answer.body);
    exchange->socket->answered();
}

} // namespace parcferme
