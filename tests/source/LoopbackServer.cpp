#include "LoopbackServer.h"

#include <QTimer>

namespace parcferme {

LoopbackServer::LoopbackServer(Handler handler) : handler_(std::move(handler))
{
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

// A request is complete with its empty line: a GET has no body.
void LoopbackServer::read(QTcpSocket* socket)
{
    if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
        return;
    const QByteArray head = socket->readAll();
    asked_.push_back({head.split(' ').value(1), head, clock_.elapsed()});
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
