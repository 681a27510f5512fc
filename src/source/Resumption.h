#pragma once

#include <QObject>

#include <coroutine>
#include <deque>

namespace parcferme {

// Resumes coroutines from the event loop, one at a time. So whoever says "go on" has returned before the
// coroutine runs, and the coroutine may delete whatever it was waiting for, this object included.
class Resumption final : public QObject
{
    Q_OBJECT
public:
    void later(std::coroutine_handle<> coroutine);
    // Resumes at once whatever is due, and what becomes due by that.
    void drain();

private:
    void resumeOne();

    std::deque<std::coroutine_handle<>> due_;
};

// Where one coroutine waits until somebody calls goOn(), by `co_await waiting.end()`. A wait always lets the
// event loop run.
class Waiting
{
public:
    explicit Waiting(Resumption& resumption) : resumption_(resumption) {}
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    // A call that comes before the wait ends it as soon as it begins; more than one call counts as one.
    void goOn();

    // What is awaited. A reference and no more, because g++ 12 copies what it awaits and destroys it twice.
    struct End
    {
        Waiting& waiting;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> coroutine) const { waiting.suspend(coroutine); }
        void await_resume() const { waiting.told_ = false; }
    };
    End end() { return {*this}; }

private:
    void suspend(std::coroutine_handle<> coroutine);

    Resumption& resumption_;
    std::coroutine_handle<> coroutine_; // null while nobody waits
    bool told_ = false;
};

} // namespace parcferme
