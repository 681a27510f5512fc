#pragma once

#include "core/Clock.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace parcferme {

// How often a host may be asked.
struct RequestLimits
{
    // So many requests in any span of that length.
    struct Rate
    {
        int requests = 0;
        std::chrono::milliseconds span{};
    };

    std::vector<Rate> rates; // at least one
    // Between two requests; a little over 300 ms, so that at least these are left on arrival.
    std::chrono::milliseconds spacing{320};

    const Rate& longest() const; // of the rates, by span
};

// How many requests may be sent to one host, by all running copies of the program together and across
// restarts: the times of the last requests stand in a file that the copies change in turn. Where the file
// cannot be written, the count of this program alone serves.
class RequestBudget
{
public:
    // The file is "<host>.requests" in the folder, which is made with it. Its times were written by other
    // copies too, so the clock must be the machine's.
    RequestBudget(const QString& folder, const QString& host, const Clock& clock, RequestLimits limits);

    // Zero: the request may be sent now, and is counted. Otherwise how long to wait before asking again.
    std::chrono::milliseconds take();

    int left() const; // of the longest rate
    const RequestLimits& limits() const { return limits_; }
    void setLimits(RequestLimits limits) { limits_ = std::move(limits); }

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
    RequestLimits limits_;
    Times own_; // as of the last take(), for when the file is out of reach
    bool shared_ = true;
};

} // namespace parcferme
