#include "ui/app/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>

namespace parcferme {

namespace {

constexpr int WaitMs = 5000; // for others that start now; each needs some milliseconds

} // namespace

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
    // One after the other, or two that start together would find nobody and both be the first. The lock goes
    // with the program that holds it, however it ends; where none can be had (no place to write) it works as
    // well as it can without.
    QLockFile turn(QDir::temp().filePath(name_ + QStringLiteral(".lock")));
    turn.setStaleLockTime(0); // a program that lives is never overtaken by its age alone
    turn.tryLock(WaitMs);
    {
        // Before the event loop runs: a local connect is answered at once or not at all.
        QLocalSocket socket;
        socket.connectToServer(name_, QIODevice::WriteOnly);
        if (socket.state() == QLocalSocket::ConnectedState)
            return false;
    }
    // A crash may have left its socket behind: nobody answered on it.
    QLocalServer::removeServer(name_);
    server_->listen(name_);
    return true;
}

} // namespace parcferme
