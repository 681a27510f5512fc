#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTcpSocket>

#include <sys/socket.h>

namespace parcferme {

// A plain HTTP client on one connection, as simple as a script's: it writes bytes and waits for the answer.
class HttpClient
{
public:
    struct Reply
    {
        int status = 0;                       // 0: the connection ended without an answer
        QMap<QByteArray, QByteArray> headers; // names in lower case
        QByteArray body;

        QJsonDocument json() const { return QJsonDocument::fromJson(body); }
        QString detail() const { return json().object().value(QLatin1StringView("detail")).toString(); }
    };

    explicit HttpClient(quint16 port)
    {
        socket_.connectToHost(QStringLiteral("127.0.0.1"), port);
        socket_.waitForConnected(Patience);
    }

    Reply get(const QByteArray& target, const QByteArray& headers = {})
    {
        return ask("GET", target, headers);
    }
    Reply post(const QByteArray& target, const QByteArray& headers = {})
    {
        return ask("POST", target, headers);
    }

    Reply ask(const QByteArray& method, const QByteArray& target, const QByteArray& headers = {},
              const QByteArray& body = {})
    {
        const QByteArray length =
            body.isEmpty() ? QByteArray() : "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        send(method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + length + headers + "\r\n" + body);
        return read(method == "HEAD");
    }

    void send(const QByteArray& bytes)
    {
        socket_.write(bytes);
        while (socket_.bytesToWrite() > 0 && socket_.waitForBytesWritten(Patience)) {
        }
    }

    // Says that nothing more will be sent; what is answered can still be read.
    void leave() { ::shutdown(static_cast<int>(socket_.socketDescriptor()), SHUT_WR); }

    Reply read(bool headOnly = false)
    {
        Reply reply;
        qsizetype end = -1;
        while ((end = received_.indexOf("\r\n\r\n")) < 0)
            if (!more())
                return reply;
        const QList<QByteArray> lines = received_.first(end).split('\n');
        reply.status = lines.first().split(' ').value(1).toInt();
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            reply.headers.insert(lines[i].first(colon).toLower(), lines[i].sliced(colon + 1).trimmed());
        }
        headOnly = headOnly || reply.status == 204 || reply.status == 304;
        const qsizetype size = headOnly ? 0 : reply.headers.value("content-length").toLongLong();
        while (received_.size() < end + 4 + size)
            if (!more())
                return {};
        reply.body = received_.sliced(end + 4, size);
        received_.remove(0, end + 4 + size);
        return reply;
    }

    // Whether something arrives within 50 ms.
    bool hasNews() { return socket_.bytesAvailable() > 0 || socket_.waitForReadyRead(50); }

    // Waits until the other side has closed.
    bool isClosed()
    {
        while (more()) {
        }
        return socket_.state() == QAbstractSocket::UnconnectedState;
    }

private:
    static constexpr int Patience = 30'000; // milliseconds

    bool more()
    {
        if (socket_.bytesAvailable() == 0 && !socket_.waitForReadyRead(Patience))
            return false;
        received_ += socket_.readAll();
        return true;
    }

    QTcpSocket socket_;
    QByteArray received_;
};

} // namespace parcferme
