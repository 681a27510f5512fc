#pragma once

#include <QDateTime>

namespace parcferme {

// Clocks that differ by more are not believed to tell the same time.
inline constexpr long long ToleratedClockSeconds = 120;

// The present, as an argument: whatever decides by time is handed one of these.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    virtual QDateTime now() const = 0; // UTC
};

// The machine's clock. The only place of the program that asks the operating system for the time of day.
class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
};

// A clock that stands where it was put: for tests.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(const QDateTime& now);
    QDateTime now() const override;
    void set(const QDateTime& now);

private:
    QDateTime now_;
};

} // namespace parcferme
