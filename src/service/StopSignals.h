#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace parcferme {

// SIGTERM and SIGINT as a Qt signal, while this lives. One at a time in a program.
class StopSignals final : public QObject
{
    Q_OBJECT
public:
    StopSignals();
    ~StopSignals() override;

Q_SIGNALS:
    void asked();

private:
    void read();

    int pipe_[2] = {-1, -1}; // a signal handler may write to a pipe, and do little else
    QSocketNotifier notifier_{QSocketNotifier::Read};
};

} // namespace parcferme
