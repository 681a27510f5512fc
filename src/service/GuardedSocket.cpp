#include "service/GuardedSocket.h"

#include "service/Answer.h"

#include <algorithm>
#include <cstring>

#include <sys/socket.h>

namespace parcferme {

namespace {

constexpr qint64 ReadAhead = 64LL * 1024; // what may wait behind the request that is being answered

} // namespace

GuardedSocket::GuardedSocket(qintptr descriptor, const HttpLimits& limits, QObject* parent)
    : QTcpSocket(parent), limits_(limits), transport_(this), timer_(this)
{
    transport_.setReadBufferSize(ReadAhead);
    connect(&transport_, &QTcpSocket::readyRead, this, &GuardedSocket::onArrived);
    connect(&transport_, &QTcpSocket::bytesWritten, this, &GuardedSocket::onSent);
    connect(&transport_, &QTcpSocket::disconnected, this, &GuardedSocket::onGone);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &GuardedSocket::onTimeout);

    transport_.setSocketDescriptor(descriptor);
    transport_.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    setOpenMode(ReadWrite);
    setSocketState(ConnectedState);
    setPeerAddress(transport_.peerAddress());
    setPeerPort(transport_.peerPort());
    wait(State::Idle, limits_.idle);
}

GuardedSocket::~GuardedSocket()
{
    transport_.disconnect(this);
    setSocketState(UnconnectedState); // there is no engine below that Qt would have to close
}

void GuardedSocket::wait(State state, std::chrono::milliseconds most)
{
    state_ = state;
    timer_.start(most);
}

void GuardedSocket::onArrived()
{
    if (state_ == State::Closing)
        transport_.skip(
            transport_.bytesAvailable()); // unread bytes would reset the connection under the answer
    else if (state_ == State::Idle || state_ == State::Reading)
        collect();
}

void GuardedSocket::collect()
{
    received_ += transport_.readAll();
    if (received_.isEmpty())
        return;
    if (state_ == State::Idle)
        wait(State::Reading, limits_.request); // not begun anew by every byte
    if (head_.bytes == 0) {
        const auto head = readHead(received_, limits_);
        if (!head)
            return refuse(head.error());
        if (!*head)
            return;
        head_ = **head;
    }
    if (received_.size() >= head_.bytes + head_.bodyBytes)
        deliver();
}

void GuardedSocket::deliver()
{
    const qsizetype size = head_.bytes + static_cast<qsizetype>(head_.bodyBytes);
    request_ = received_.first(size);
    received_.remove(0, size);
    state_ = State::Answering;
    timer_.stop();
    Q_EMIT readyRead();
}

void GuardedSocket::answered()
{
    if (state_ != State::Answering)
        return;
    wait(State::Sending, limits_.send);
    if (transport_.bytesToWrite() == 0)
        next();
}

void GuardedSocket::onSent()
{
    if (state_ == State::Sending) {
        if (transport_.bytesToWrite() == 0)
            next();
        else
            timer_.start();
    } else if (state_ == State::Closing && transport_.bytesToWrite() == 0) {
        ::shutdown(static_cast<int>(transport_.socketDescriptor()), SHUT_WR);
    }
}

void GuardedSocket::next()
{
    if (!head_.keepAlive || closes_)
        return disconnectFromHost();
    head_ = {};
    request_.clear();
    wait(State::Idle, limits_.idle);
    collect();
}

void GuardedSocket::refuse(const Refusal& refusal)
{
    const QByteArray answer = refusalText(refusal);
    transport_.write(answer);
    disconnectFromHost();
    Q_EMIT refused(refusal.status, answer.size());
}

void GuardedSocket::closeWhenAnswered()
{
    closes_ = true;
    if (state_ == State::Idle || state_ == State::Reading)
        disconnectFromHost();
}

void GuardedSocket::disconnectFromHost()
{
    if (state_ == State::Closing)
        return;
    wait(State::Closing, limits_.linger);
    received_.clear();
    transport_.skip(transport_.bytesAvailable());
    onSent();
}

void GuardedSocket::onTimeout()
{
    if (state_ == State::Reading)
        refuse({408, QStringLiteral("The request took too long to arrive.")});
    else if (state_ == State::Idle)
        disconnectFromHost();
    else
        transport_.abort();
}

void GuardedSocket::onGone()
{
    timer_.stop();
    state_ = State::Closing;
    setSocketState(UnconnectedState);
    Q_EMIT disconnected();
}

qint64 GuardedSocket::bytesAvailable() const
{
    return request_.size() + QTcpSocket::bytesAvailable();
}

qint64 GuardedSocket::bytesToWrite() const
{
    return transport_.bytesToWrite();
}

qint64 GuardedSocket::readData(char* data, qint64 most)
{
    const auto size = std::min<qsizetype>(static_cast<qsizetype>(most), request_.size());
    std::memcpy(data, request_.constData(), static_cast<std::size_t>(size));
    request_.remove(0, size);
    return size;
}

qint64 GuardedSocket::writeData(const char* data, qint64 size)
{
    return transport_.write(data, size);
}

} // namespace parcferme
