#pragma once

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <vector>

namespace parcferme {

// Makes 127.0.0.1 reachable where the network is unplugged. Every server of a test calls it.
void raiseLoopback();

// An HTTP server on this machine that answers as a test tells it to, and remembers what it was asked.
class LoopbackServer final : public QObject
{
    Q_OBJECT
public:
    struct Asked
    {
        QByteArray target; // "/2024/results.json?limit=100&offset=0"
        QByteArray head;   // all header lines
        QByteArray body;   // of a POST
        qint64 at = 0;     // milliseconds since the server began

        // The value of a header line, empty where there is none. Qt 6.8 sends names in lower case.
        QByteArray header(const QByteArray& name) const;
    };
    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray headers; // more header lines, each with CRLF
        enum Way {
            Whole,
            Silent,      // accepts and never answers
            ByteAtATime, // one byte every 10 ms
            Truncated,   // half of what Content-Length says, then closed
            Closed,      // closed without an answer
            Reset,       // the same, the hard way
            Endless,     // chunks until the client goes away
        } way = Whole;
    };
    using Handler = std::function<Answer(const Asked&)>;

    explicit LoopbackServer(Handler handler);

    QUrl url(const QString& path = QStringLiteral("/")) const;
    const std::vector<Asked>& asked() const { return asked_; }
    qint64 bytesSent() const { return sent_; } // of endless answers
    void handleWith(Handler handler) { handler_ = std::move(handler); }
    void stopListening() { server_.close(); }

private:
    void accept();
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const Answer& answer);
    void drip(QTcpSocket* socket, const QByteArray& bytes, bool endless);

    QTcpServer server_;
    Handler handler_;
    std::vector<Asked> asked_;
    QElapsedTimer clock_;
    qint64 sent_ = 0;
    quint16 port_ = 0;
};

} // namespace parcferme
