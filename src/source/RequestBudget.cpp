#include "source/RequestBudget.h"

#include "source/SourceLog.h"
#include "source/WholeFile.h"

#include <QDir>
#include <QLockFile>

#include <algorithm>

namespace parcferme {

namespace {

using namespace std::chrono_literals;

constexpr qint64 LongestFile = 1024LL * 1024;
constexpr auto OtherCopyIsWriting = 10ms;

const QByteArray& signature()
{
    static const QByteArray line = "parcferme requests 1";
    return line;
}

// A host of the form "127.0.0.1:8000" or "[::1]" as part of a file's name.
QString fileNameOf(QString host)
{
    for (QChar& c : host)
        if (!c.isLetterOrNumber() && c != QLatin1Char('.') && c != QLatin1Char('-'))
            c = QLatin1Char('_');
    return host + QStringLiteral(".requests");
}

} // namespace

const RequestLimits::Rate& RequestLimits::longest() const
{
    return *std::max_element(rates.begin(), rates.end(),
                             [](const Rate& a, const Rate& b) { return a.span < b.span; });
}

RequestBudget::RequestBudget(const QString& folder, const QString& host, const Clock& clock,
                             RequestLimits limits)
    : path_(QDir(folder).filePath(fileNameOf(host))), clock_(clock), limits_(std::move(limits))
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
    return std::max(0, limits_.longest().requests - static_cast<int>(times.size()));
}

RequestBudget::Times RequestBudget::stored() const
{
    const auto bytes = readWholeFile(path_, LongestFile);
    return bytes ? fromFile(*bytes) : Times{};
}

// Drops what no rate looks at any more. A time later than now was written before the clock was set back: it
// counts as now.
RequestBudget::Times RequestBudget::current(Times times, qint64 now) const
{
    for (qint64& time : times)
        time = std::min(time, now);
    const qint64 span = std::max(limits_.longest().span, limits_.spacing).count();
    std::erase_if(times, [&](qint64 time) { return time <= now - span; });
    std::sort(times.begin(), times.end());
    return times;
}

std::chrono::milliseconds RequestBudget::waitAfter(const Times& times, qint64 now) const
{
    qint64 next = now;
    const auto afterLast = [&](const RequestLimits::Rate& rate) {
        const auto size = static_cast<int>(times.size());
        if (size >= rate.requests)
            next = std::max(next, times[static_cast<std::size_t>(size - rate.requests)] + rate.span.count());
    };
    afterLast({1, limits_.spacing});
    for (const RequestLimits::Rate& rate : limits_.rates)
        afterLast(rate);
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
