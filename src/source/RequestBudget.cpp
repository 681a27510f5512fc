#include "source/RequestBudget.h"

#include "source/SourceLog.h"
#include "source/WholeFile.h"

#include <QDir>
#include <QLockFile>

#include <algorithm>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr qint64 Second = 1000;
constexpr qint64 Hour = 3600 * Second;
constexpr qint64 LongestFile = 1024LL * 1024;
constexpr auto OtherCopyIsWriting = 10ms;

const QByteArray& signature()
{
    static const QByteArray line = "parcferme requests 1";
    return line;
}

} // namespace

RequestBudget::RequestBudget(const QString& folder, const Clock& clock, Limits limits)
    : path_(QDir(folder).filePath(QStringLiteral("requests"))), clock_(clock), limits_(limits)
{
}

std::chrono::milliseconds RequestBudget::take()
{
    QDir().mkpath(QFileInfo(path_).path());
    QLockFile lock(path_ + QStringLiteral(".lock"));
    const bool locked = lock.tryLock(0);
    if (!locked && lock.error() == QLockFile::LockFailedError)
        return OtherCopyIsWriting;
    shared_ = locked;
    const qint64 now = clock_.now().toMSecsSinceEpoch();
    const Times before = shared_ ? stored() : own_;
    own_ = current(before, now);
    const auto wait = waitAfter(own_, now);
    if (wait == 0ms)
        own_.push_back(now);
    // Also written when only a time from the future was put right, or the wait for it would never end.
    if (shared_ && own_ != before) {
        const auto written = writeWholeFile(path_, toFile(own_));
        shared_ = written.has_value();
        if (!shared_)
            qCWarning(sourceLog) << "Requests are counted for this program alone:" << written.error().text();
    }
    return wait;
}

int RequestBudget::left() const
{
    const Times times = current(shared_ ? stored() : own_, clock_.now().toMSecsSinceEpoch());
    return std::max(0, limits_.perHour - static_cast<int>(times.size()));
}

RequestBudget::Times RequestBudget::stored() const
{
    const auto bytes = readWholeFile(path_, LongestFile);
    return bytes ? fromFile(*bytes) : Times{};
}

// Drops what is over an hour old. A time later than now was written before the clock was set back: it counts
// as now.
RequestBudget::Times RequestBudget::current(Times times, qint64 now) const
{
    for (qint64& time : times)
        time = std::min(time, now);
    std::erase_if(times, [&](qint64 time) { return time <= now - Hour; });
    std::sort(times.begin(), times.end());
    return times;
}

std::chrono::milliseconds RequestBudget::waitAfter(const Times& times, qint64 now) const
{
    qint64 next = now;
    const auto afterLast = [&](int count, qint64 span) {
        const auto size = static_cast<int>(times.size());
        if (size >= count)
            next = std::max(next, times[static_cast<std::size_t>(size - count)] + span);
    };
    afterLast(1, limits_.spacing.count());
    afterLast(limits_.perSecond, Second);
    afterLast(limits_.perHour, Hour);
    return std::chrono::milliseconds(next - now);
}

RequestBudget::Times RequestBudget::fromFile(const QByteArray& file)
{
    Times times;
    const QList<QByteArray> lines = file.split('\n');
    if (lines.front() != signature())
        return times;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i].isEmpty())
            continue;
        bool ok = false;
        const qint64 time = lines[i].toLongLong(&ok);
        if (!ok || time < 0)
            return {};
        times.push_back(time);
    }
    return times;
}

QByteArray RequestBudget::toFile(const Times& times)
{
    QByteArray file = signature() + '\n';
    for (const qint64 time : times)
        file += QByteArray::number(time) + '\n';
    return file;
}

} // namespace parcferme
