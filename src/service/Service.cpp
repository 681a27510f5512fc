#include "service/Service.h"

#include "core/UtcTime.h"
#include "service/Reader.h"
#include "service/ServiceLog.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <chrono>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr int MostWorking = 32;  // writes under way, each may wait for the network
constexpr auto BackupEvery = 1h; // it is made once a day

int threadCount()
{
    return std::clamp(QThread::idealThreadCount(), 2, 4);
}

// Whether a list of tags, as a client sends it, holds this one.
bool holdsTag(const QByteArray& list, const QByteArray& tag)
{
    for (const QByteArray& one : list.split(',')) {
        const QByteArray word = one.trimmed();
        if (word == "*" || word == tag || (word.startsWith("W/") && word.sliced(2) == tag))
            return true;
    }
    return false;
}

QList<QByteArray> allMethods()
{
    return {"GET", "HEAD", "POST", "OPTIONS"};
}

} // namespace

// One request and what was found out about it.
struct Service::Exchange
{
    IncomingRequest request;
    QList<QByteArray> methods; // of the path
    QElapsedTimer timer;

    // A browser asks what it may ask, before a request of its own.
    bool isPreflight() const
    {
        return request.method == "OPTIONS" && !request.header("origin").isEmpty() &&
               !request.header("access-control-request-method").isEmpty();
    }
};

Service::Service(const Settings& settings, const ServiceOptions& options, const Clock& clock)
    : settings_(settings), clock_(clock), options_(options), access_(options), writer_(clock),
      server_(options.limits, threadCount(),
              [this](const IncomingRequest& request, const std::optional<Refusal>& broken,
                     const HttpServer::Later& later) { return handle(request, broken, later); })
{
    connect(&server_, &HttpServer::emptied, this, &Service::endIfDone);
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
    auto listening = server_.listen(options_.host, options_.port);
    if (listening)
        backups_.start();
    return listening;
}

QUrl Service::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(options_.host.toString());
    url.setPort(server_.port());
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
    server_.stop();
    endIfDone();
}

void Service::endIfDone()
{
    if (!stopping_ || ended_ || server_.connections() > 0 || !working_.isEmpty())
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

std::optional<OutgoingReply> Service::handle(const IncomingRequest& request,
                                             const std::optional<Refusal>& broken,
                                             const HttpServer::Later& later)
{
    const auto exchange = std::make_shared<Exchange>(Exchange{request, {}, {}});
    exchange->timer.start();
    const auto answered = broken ? answerOf(*broken) : answer(exchange, later);
    if (!answered)
        return std::nullopt;
    OutgoingReply reply = replyTo(*exchange, *answered);
    log(*exchange, reply);
    return reply;
}

std::optional<Answer> Service::answer(const Exchanged& exchange, const HttpServer::Later& later)
{
    const IncomingRequest& request = exchange->request;
    const bool changes = request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
    const Access::Headers headers{request.header("host"), request.header("origin"),
                                  request.header("authorization"), request.header("sec-fetch-site")};
    if (const auto refusal = access_.refusesPage(headers, changes))
        return answerOf(*refusal);
    if (request.method == "OPTIONS" && request.target == "*") {
        exchange->methods = allMethods();
        return Answer{204, {}, {}};
    }
    const auto target = Target::parse(request.target);
    if (!target)
        return answerOf(target.error());
    const auto match = parcferme::match(request.method, *target);
    const bool open = match && match->route && match->route->open;
    const bool isPreflight = match && exchange->isPreflight();
    if (const auto refusal = access_.refusesToken(headers); refusal && !open && !isPreflight)
        return answerOf(*refusal);
    if (!match)
        return answerOf(match.error());
    exchange->methods = match->methods;
    if (request.method == "OPTIONS")
        return Answer{204, {}, {}};
    if (!match->route)
        return answerOf(Refusal{405, QStringLiteral("This path is asked with %1.")
                                         .arg(QString::fromLatin1(match->methods.join(", ")))});
    return dispatch(exchange, *match, later);
}

Reader& Service::reader()
{
    // A database connection belongs to its thread, and the server's threads to this service.
    thread_local Reader reader(settings_, clock_);
    return reader;
}

std::optional<Answer> Service::dispatch(const Exchanged& exchange, const Match& match,
                                        const HttpServer::Later& later)
{
    const auto& handler = match.route->handler;
    if (const auto* fixed = std::get_if<Route::Fixed>(&handler))
        return tagged((*fixed)());
    if (const auto* job = std::get_if<Route::Work>(&handler)) {
        if (taken_.fetch_add(1) >= MostWorking) {
            --taken_;
            return answerOf(Refusal{503, QStringLiteral("Too much is under way already; try again later.")});
        }
        QMetaObject::invokeMethod(this, [this, exchange, job = *job, call = match.call, later] {
            work(exchange, job, call, later);
        });
        return std::nullopt;
    }
    const auto read = reader().read(*match.route, match.call, exchange->request.target);
    return read ? *read : answerOf(read.error());
}

void Service::work(const Exchanged& exchange, Route::Work work, const Call& call,
                   const HttpServer::Later& later)
{
    const Progress progress;
    working_.insert(exchange.get(), progress);
    writer_.ask(
        this, [work, call, progress](Tracker& tracker) { return work(tracker, call, progress); },
        [this, exchange, later](const Result<Answer>& answer) {
            working_.remove(exchange.get());
            --taken_;
            const OutgoingReply reply = replyTo(*exchange, answer ? *answer : answerOf(answer.error()));
            log(*exchange, reply);
            later(reply);
            endIfDone();
        });
}

QByteArray Service::date() const
{
    return QLocale::c().toString(clock_.now(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

OutgoingReply Service::replyTo(const Exchange& exchange, const Answer& answer) const
{
    const bool known =
        !answer.tag.isEmpty() && holdsTag(exchange.request.header("if-none-match"), answer.tag);
    OutgoingReply reply{known ? 304 : answer.status, known ? QByteArray() : answer.body, {}, false};
    const auto add = [&reply](const char* name, const QByteArray& value) {
        reply.headers.append({name, value});
    };
    add("Date", date());
    add("Cache-Control", answer.tag.isEmpty() ? "no-store" : "private, no-cache"); // kept, but asked about
    add("X-Content-Type-Options", "nosniff");
    add("Vary", "Origin");
    if (!answer.tag.isEmpty())
        add("ETag", answer.tag);
    if (const QByteArray origin = access_.allowedOrigin(exchange.request.header("origin")); !origin.isEmpty())
        add("Access-Control-Allow-Origin", origin);
    if (answer.status == 204 && exchange.isPreflight()) {
        add("Access-Control-Allow-Methods", exchange.methods.join(", "));
        add("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
        add("Access-Control-Max-Age", "600");
    }
    if (!reply.body.isEmpty())
        add("Content-Type", answer.type);
    if (answer.status == 405 || answer.status == 204)
        add("Allow", exchange.methods.join(", "));
    if (answer.status == 401)
        add("WWW-Authenticate", "Bearer");
    return reply;
}

void Service::log(const Exchange& exchange, const OutgoingReply& reply) const
{
    qCInfo(accessLog).noquote() << toIso(clock_.now()) << exchange.request.peer << exchange.request.method
                                << exchange.request.path() << reply.status << exchange.timer.elapsed() << "ms"
                                << reply.body.size() << "B";
}

} // namespace parcferme
