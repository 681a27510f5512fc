#include "service/StopSignals.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace parcferme {

namespace {

constexpr int Signals[] = {SIGTERM, SIGINT};
volatile std::sig_atomic_t writeEnd = -1;

void onSignal(int)
{
    const int before = errno;
    const char byte = 0;
    static_cast<void>(::write(writeEnd, &byte, 1)); // a full pipe has told it already
    errno = before;
}

void handleWith(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : Signals)
        ::sigaction(signal, &action, nullptr);
}

} // namespace

StopSignals::StopSignals()
{
    if (::pipe2(pipe_, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("No pipe for signals can be made.");
    writeEnd = pipe_[1];
    notifier_.setSocket(pipe_[0]);
    notifier_.setEnabled(true);
    connect(&notifier_, &QSocketNotifier::activated, this, &StopSignals::read);
    handleWith(onSignal);
}

StopSignals::~StopSignals()
{
    handleWith(SIG_DFL);
    notifier_.setEnabled(false);
    ::close(pipe_[0]);
    ::close(pipe_[1]);
}

void StopSignals::read()
{
    char bytes[16];
    while (::read(pipe_[0], bytes, sizeof bytes) > 0) {
    }
    Q_EMIT asked();
}

} // namespace parcferme
