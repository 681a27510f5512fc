#include "service/GuardedServer.h"

#include <unistd.h>

namespace parcferme {

namespace {

constexpr int Backlog = 256;   // that the kernel holds until they are accepted
constexpr int TurnedAway = 64; // connections over the limit that are told so; those beyond are just closed

} // namespace

GuardedServer::GuardedServer(const HttpLimits& limits) : limits_(limits)
{
    setListenBacklogSize(Backlog);
}

void GuardedServer::incomingConnection(qintptr descriptor)
{
    if (connections_ >= limits_.connections + TurnedAway) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    auto* socket = new GuardedSocket(descriptor, limits_, this);
    ++connections_;
    const QHostAddress peer = socket->peerAddress();
    connect(socket, &GuardedSocket::refused, this,
            [this, peer](int status, qint64 bytes) { Q_EMIT refused(peer, status, bytes); });
    connect(socket, &QObject::destroyed, this, [this] {
        if (--connections_ == 0)
            Q_EMIT emptied();
    });
    if (connections_ <= limits_.connections)
        return addPendingConnection(socket);
    connect(socket, &GuardedSocket::disconnected, socket, &QObject::deleteLater);
    socket->refuse({503, QStringLiteral("There are too many connections; try again later.")});
}

void GuardedServer::stop()
{
    close();
    for (GuardedSocket* socket : findChildren<GuardedSocket*>())
        socket->closeWhenAnswered();
}

} // namespace parcferme
