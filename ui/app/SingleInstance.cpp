#include "ui/app/SingleInstance.h"

#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>

namespace parcferme {

SingleInstance::SingleInstance(const QString& scope, QObject* parent)
    : QObject(parent), name_(QStringLiteral("parcferme-") +
                             QString::fromLatin1(QCryptographicHash::hash(
                                                     (qEnvironmentVariable("USER") + u'\n' + scope).toUtf8(),
                                                     QCryptographicHash::Sha256)
                                                     .toHex()
                                                     .left(16))),
      server_(new QLocalServer(this))
{
    server_->setSocketOptions(QLocalServer::UserAccessOption);
    connect(server_, &QLocalServer::newConnection, this, [this] {
        delete server_->nextPendingConnection();
        Q_EMIT woken();
    });
}

bool SingleInstance::claim()
{
    {
        // Before the event loop runs: a local connect is answered at once or not at all.
        QLocalSocket socket;
        socket.connectToServer(name_, QIODevice::WriteOnly);
        if (socket.state() == QLocalSocket::ConnectedState)
            return false;
    }
    if (server_->listen(name_))
        return true;
    // A crash left its socket behind: nobody answers on it.
    QLocalServer::removeServer(name_);
    server_->listen(name_);
    return true;
}

} // namespace parcferme
