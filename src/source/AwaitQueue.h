#pragma once

#include "source/RequestQueue.h"

#include <coroutine>

namespace parcferme {

// co_await for the queue: suspends until the answer is there. Name it before awaiting it (g++ 12 destroys
// temporaries of a co_await expression twice).
class AwaitAnswer
{
public:
    AwaitAnswer(RequestQueue& queue, HttpRequest request) : queue_(queue), request_(std::move(request)) {}

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        queue_.send(std::move(request_), [this, waiting](HttpOutcome outcome) {
            outcome_ = std::move(outcome);
            waiting.resume();
        });
    }
    HttpOutcome await_resume() { return std::move(*outcome_); }

private:
    RequestQueue& queue_;
    HttpRequest request_;
    std::optional<HttpOutcome> outcome_;
};

// co_await that lets the event loop run once.
class AwaitTurn
{
public:
    explicit AwaitTurn(RequestQueue& queue) : queue_(queue) {}

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        queue_.later([waiting] { waiting.resume(); });
    }
    void await_resume() const {}

private:
    RequestQueue& queue_;
};

} // namespace parcferme
