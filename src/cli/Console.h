#pragma once

#include "cli/Invocation.h"
#include "export/Table.h"
#include "tracker/Views.h"

#include <QJsonArray>
#include <QJsonObject>

namespace parcferme {

// Exit statuses of DESIGN section 9.
enum class ExitStatus : int { Done = 0, Failed = 1, Usage = 2, Refused = 3, NotVerified = 4 };
ExitStatus exitStatusOf(ErrorCode code);
// Failed when the source should have been asked and not all came; the words stand among the notices.
ExitStatus exitStatusOf(const SeasonOutcome& outcome);

// An exit status as help and manual describe it.
struct ExitWord
{
    ExitStatus status;
    QString meaning;
};
const QList<ExitWord>& exitStatuses(); // all of them

// Where a command's answer goes: stdout in the format that was asked for; everything else to stderr. What of
// it is lost needs no care of the command: StandardStreams turns it into the exit status.
class Console
{
public:
    explicit Console(Invocation::Format format) : format_(format) {}

    // The answer: the table for people and CSV, the JSON for programs. `heading` is for people only.
    void answer(const QString& heading, const Table& table, const QJsonObject& json) const;
    void answer(const QString& heading, const Table& table, const QJsonArray& json) const;
    // The same with another table as CSV: the one that the window exports.
    template <typename Json>
    void answer(const QString& heading, const Table& table, const Table& csv, const Json& json) const
    {
        answer(heading, format_ == Invocation::Format::Csv ? csv : table, json);
    }

    // A line of the answer that only people see.
    void say(const QString& line) const;
    // Text for people in every format, as it is: a help that was asked for, and one that was not (stderr).
    void text(const QString& text) const;
    void usage(const QString& text) const;
    // Whether some of the answer so far could not be written, and somebody waits for it.
    bool isLost() const;
    // What happened on the way: stderr.
    void notice(const QString& line) const;
    // An error in one line on stderr; returns its exit status.
    int fail(const Error& error) const;

private:
    void answer(const QString& heading, const Table& table, const QByteArray& json) const;

    Invocation::Format format_;
};

} // namespace parcferme
