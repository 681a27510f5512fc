#include "cli/StandardStreams.h"

#include <QMutexLocker>
#include <QString>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace parcferme {

namespace {

bool pipeSignalEndsTheProgram = true; // as it was started

int fileOf(StandardStreams::Stream stream)
{
    return stream == StandardStreams::Stream::Output ? STDOUT_FILENO : STDERR_FILENO;
}

// All bytes, or the errno of what failed.
int writeAll(int file, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t wrote =
            ::write(file, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (wrote >= 0) {
            done += wrote;
        } else if (errno == EAGAIN) { // whoever shares the pipe with us does not want to be kept waiting
            pollfd ready{file, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

QByteArray sentenceOf(StandardStreams::Stream stream, int error)
{
    const QByteArray name = stream == StandardStreams::Stream::Output ? "Standard output" : "Standard error";
    if (error == EBADF)
        return name + " is closed: what was to be written there is lost.";
    return name + " could not be written: " + std::strerror(error) + ".";
}

void writeLog(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString line = qFormatLogMessage(type, context, message);
    if (!line.isNull())
        StandardStreams::instance().write(StandardStreams::Stream::Error, line.toUtf8() + '\n');
}

} // namespace

void StandardStreams::prepare()
{
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // Opened for reading only: whatever is written there fails.
        if (::fcntl(file, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) != file)
            std::_Exit(EXIT_FAILURE);
    }
    pipeSignalEndsTheProgram = std::signal(SIGPIPE, SIG_IGN) != SIG_IGN;
    std::signal(SIGXFSZ, SIG_IGN); // a file larger than the limit of the user
    qInstallMessageHandler(writeLog);
}

StandardStreams& StandardStreams::instance()
{
    static StandardStreams streams;
    return streams;
}

bool StandardStreams::write(Stream stream, const QByteArray& bytes)
{
    if (stream == Stream::Output && error(stream) != 0)
        return false;
    int error = 0;
    {
        const QMutexLocker lock(&writing_);
        written_ = written_ || stream == Stream::Output;
        error = writeAll(fileOf(stream), bytes);
    }
    if (error != 0)
        lose(stream, error);
    return error == 0;
}

bool StandardStreams::isLost(Stream stream) const
{
    return error(stream) != 0 && error(stream) != EPIPE;
}

int StandardStreams::finish(int status)
{
    if (written_)
        settle(Stream::Output);
    for (const Stream stream : {Stream::Output, Stream::Error})
        if (isLost(stream))
            write(Stream::Error, "parcferme-cli: " + sentenceOf(stream, error(stream)) + '\n');
    const bool readerLeft = error(Stream::Output) == EPIPE || error(Stream::Error) == EPIPE;
    const bool lost = isLost(Stream::Output) || isLost(Stream::Error);
    if (status != EXIT_SUCCESS || !(lost || readerLeft))
        return status;
    // Where nobody asked for the signal to be ignored: the status by which shells know it.
    if (readerLeft && pipeSignalEndsTheProgram) {
        std::signal(SIGPIPE, SIG_DFL);
        std::raise(SIGPIPE);
    }
    return EXIT_FAILURE;
}

int StandardStreams::error(Stream stream) const
{
    return stream == Stream::Output ? outputError_ : errorError_;
}

void StandardStreams::lose(Stream stream, int error)
{
    int none = 0;
    if ((stream == Stream::Output ? outputError_ : errorError_).compare_exchange_strong(none, error))
        Q_EMIT outputLost();
}

// Some file systems (NFS, quotas) say only when a file is closed that it did not get everything.
void StandardStreams::settle(Stream stream)
{
    const int copy = ::dup(fileOf(stream));
    if (copy >= 0 && ::close(copy) != 0 && errno != EINTR)
        lose(stream, errno);
}

} // namespace parcferme
