#pragma once

#include "core/Clock.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace parcferme {

// How many requests may be sent, by all running copies of the program together and across restarts: the times
// of the last hour's requests stand in a file that the copies change in turn. Where the file cannot be
// written, the count of this program alone serves.
class RequestBudget
{
public:
    struct Limits
    {
        std::chrono::milliseconds spacing{
            320}; // between two requests, so that at least 300 are left on arrival
        int perSecond = 4;
        int perHour = 500;
    };

    // Time is compared with what other copies wrote, so the clock must be the machine's.
    RequestBudget(const QString& folder, const Clock& clock, Limits limits);

    // Zero: the request may be sent now, and is counted. Otherwise how long to wait before asking again.
    std::chrono::milliseconds take();

    int left() const; // this hour
    int perHour() const { return limits_.perHour; }

    // The file: a line with name and format, then milliseconds since 1970 (UTC), one per line, oldest first.
    // A damaged file counts as empty.
    using Times = std::vector<qint64>;
    static Times fromFile(const QByteArray& file);
    static QByteArray toFile(const Times& times);

private:
    Times current(Times times, qint64 now) const;
    std::chrono::milliseconds waitAfter(const Times& times, qint64 now) const;
    Times stored() const;

    QString path_;
    const Clock& clock_;
    Limits limits_;
    Times own_; // as of the last take(), for when the file is out of reach
    bool shared_ = true;
};

} // namespace parcferme
