#pragma once

#include "service/HttpHead.h"

#include <QTcpSocket>
#include <QTimer>

namespace parcferme {

// A connection as QHttpServer sees it. The bytes come over a socket of its own, and only whole requests
// within the limits are handed on, one at a time: the next one waits until the answer to the one before is
// sent. Whatever breaks a limit is answered and closed here, so that QHttpServer never sees it.
class GuardedSocket final : public QTcpSocket
{
    Q_OBJECT
public:
    GuardedSocket(qintptr descriptor, const HttpLimits& limits, QObject* parent);
    ~GuardedSocket() override;

    // Of the request that is being answered.
    const HttpHead& head() const { return head_; }

    // The whole answer has been written.
    void answered();
    // Answers with this refusal, whatever was asked, and closes.
    void refuse(const Refusal& refusal);
    // Closes now, or after the answer to the request that is being answered.
    void closeWhenAnswered();

    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override;
    void disconnectFromHost() override;

Q_SIGNALS:
    void refused(int status, qint64 bytes);

protected:
    qint64 readData(char* data, qint64 most) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    enum class State { Idle, Reading, Answering, Sending, Closing };

    void onArrived();
    void onSent();
    void onTimeout();
    void onGone();
    void collect();
    void deliver();
    void next();
    void wait(State state, std::chrono::milliseconds most);

    HttpLimits limits_;
    QTcpSocket transport_;
    QTimer timer_;
    State state_ = State::Idle;
    bool closes_ = false; // no further request
    HttpHead head_;       // bytes 0 while it is not complete
    QByteArray received_; // not handed on yet
    QByteArray request_;  // what QHttpServer may read
};

} // namespace parcferme
