#pragma once

#include <QByteArray>
#include <QMutex>
#include <QObject>

#include <atomic>

namespace parcferme {

// Standard output and standard error of the program. What cannot be written to them is a failure of the
// program, whatever else it has done: it is remembered here, and finish() makes an exit status of it. Only
// when whoever read it has gone away (`| head`) the program ends as quietly as others do.
class StandardStreams : public QObject
{
    Q_OBJECT
public:
    enum class Stream { Output, Error };

    // Before anything else of main(): takes the places of standard streams that are closed, so that no file
    // opened later comes to stand there and is written into, and lets writes fail instead of ending the
    // program by a signal. The log of Qt goes to standard error from then on.
    static void prepare();
    static StandardStreams& instance();

    // Writes all of it at once. False when it is lost; nothing comes after a gap on standard output.
    bool write(Stream stream, const QByteArray& bytes); // from any thread
    // Whether something is lost that somebody waits for: not when its reader went away.
    bool isLost(Stream stream) const;

    // The last of main(): says what was lost, and answers the exit status: 1 instead of 0 when something was.
    // Ends the program by SIGPIPE when its reader went away.
    int finish(int status);

Q_SIGNALS:
    void outputLost(); // something could not be written; from the thread that tried

private:
    int error(Stream stream) const; // errno of the first write that failed; 0: none
    void lose(Stream stream, int error);
    void settle(Stream stream);

    QMutex writing_;
    std::atomic<int> outputError_ = 0;
    std::atomic<int> errorError_ = 0;
    bool written_ = false; // something went to standard output
};

} // namespace parcferme
