#include "support/LoopbackServer.h"

#include <QRegularExpression>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <cstring>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace parcferme {

// A fresh network namespace ("unshare -n", to show that nothing needs the network) starts with even the
// loopback device down. Whoever made the namespace may raise it; elsewhere it is up, and nothing happens.
void raiseLoopback()
{
#ifdef Q_OS_LINUX
    const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return;
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    if (::ioctl(socket, SIOCGIFFLAGS, &request) == 0 && !(request.ifr_flags & IFF_UP)) {
        request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP);
        ::ioctl(socket, SIOCSIFFLAGS, &request);
    }
    ::close(socket);
#endif
}

QByteArray LoopbackServer::Asked::header(const QByteArray& name) const
{
    for (const QByteArray& line : head.split('\n'))
        if (const qsizetype colon = line.indexOf(':');
            colon == name.size() && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    return {};
}

LoopbackServer::LoopbackServer(Handler handler) : handler_(std::move(handler))
{
    raiseLoopback();
    clock_.start();
    connect(&server_, &QTcpServer::newConnection, this, &LoopbackServer::accept);
    if (!server_.listen(QHostAddress::LocalHost))
        qFatal("The loopback server cannot listen.");
    port_ = server_.serverPort();
}

QUrl LoopbackServer::url(const QString& path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port_).arg(path));
}

void LoopbackServer::accept()
{
    while (QTcpSocket* socket = server_.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

// A request is complete with its empty line, and as much after it as it says.
void LoopbackServer::read(QTcpSocket* socket)
{
    static const QRegularExpression length(QStringLiteral("\r\nContent-Length: (\\d+)\r\n"),
                                           QRegularExpression::CaseInsensitiveOption);
    const QByteArray come = socket->peek(64 * 1024);
    const qsizetype end = come.indexOf("\r\n\r\n") + 4;
    if (end < 4)
        return;
    const QByteArray head = come.left(end);
    const qsizetype size = length.match(QString::fromLatin1(head)).captured(1).toInt();
    if (come.size() < end + size)
        return;
    socket->readAll();
    asked_.push_back({head.split(' ').value(1), head, come.mid(end, size), clock_.elapsed()});
    answer(socket, handler_(asked_.back()));
}

void LoopbackServer::answer(QTcpSocket* socket, const Answer& answer)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\nConnection: close\r\n" + answer.headers;
    if (answer.way != Answer::Endless)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    head += "\r\n";
    switch (answer.way) {
    case Answer::Whole:
        socket->write(head + answer.body);
        socket->disconnectFromHost();
        break;
    case Answer::Silent:
        break;
    case Answer::ByteAtATime:
        socket->write(head);
        drip(socket, answer.body, false);
        break;
    case Answer::Truncated:
        socket->write(head + answer.body.left(answer.body.size() / 2));
        socket->disconnectFromHost();
        break;
    case Answer::Closed:
        socket->disconnectFromHost();
        break;
    case Answer::Reset:
        socket->abort();
        break;
    case Answer::Endless:
        socket->write(head);
        drip(socket, QByteArray(256 * 1024, ' '), true);
        break;
    }
}

void LoopbackServer::drip(QTcpSocket* socket, const QByteArray& bytes, bool endless)
{
    auto* timer = new QTimer(socket);
    connect(timer, &QTimer::timeout, socket, [this, socket, bytes, endless, at = qsizetype(0)]() mutable {
        if (endless && socket->bytesToWrite() < bytes.size())
            sent_ += socket->write(bytes);
        else if (!endless && at < bytes.size())
            socket->write(bytes.mid(at++, 1));
    });
    timer->start(endless ? 1 : 10);
}

} // namespace parcferme
