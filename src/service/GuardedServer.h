#pragma once

#include "service/GuardedSocket.h"

#include <QTcpServer>

namespace parcferme {

// Accepts connections for QHttpServer, each behind a GuardedSocket and no more at once than the limits allow.
class GuardedServer final : public QTcpServer
{
    Q_OBJECT
public:
    explicit GuardedServer(const HttpLimits& limits);

    // Takes no more connections, and closes those there are once they are answered.
    void stop();
    int connections() const { return connections_; }

Q_SIGNALS:
    // What was answered without asking QHttpServer.
    void refused(const QHostAddress& peer, int status, qint64 bytes);
    void emptied(); // the last connection is gone

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    HttpLimits limits_;
    int connections_ = 0;
};

} // namespace parcferme
