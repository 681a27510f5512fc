#include "service/LingeringClose.h"

#include <QSocketNotifier>
#include <QTimer>

#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr auto Time = 2s;
constexpr std::size_t AtOnce = 1024 * 1024;

} // namespace

int LingeringClose::hold(int socket)
{
    char next = 0;
    const ssize_t there = ::recv(socket, &next, 1, MSG_PEEK | MSG_DONTWAIT);
    if (there == 0 || (there < 0 && errno != EAGAIN))
        return -1; // the client has ended, or there is no connection any more
    return ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
}

LingeringClose::LingeringClose(int held, QObject* parent) : QObject(parent), socket_(held)
{
    ::shutdown(socket_, SHUT_WR);
    auto* notifier = new QSocketNotifier(socket_, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &LingeringClose::discard);
    QTimer::singleShot(Time, this, &QObject::deleteLater);
}

LingeringClose::~LingeringClose()
{
    ::close(socket_);
}

void LingeringClose::discard()
{
    // MSG_TRUNC: the kernel drops the bytes and copies none.
    const ssize_t dropped = ::recv(socket_, nullptr, AtOnce, MSG_TRUNC | MSG_DONTWAIT);
    if (dropped == 0 || (dropped < 0 && errno != EAGAIN))
        deleteLater();
}

} // namespace parcferme
