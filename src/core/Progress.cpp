#include "core/Progress.h"

#include <mutex>

namespace parcferme {

struct Progress::State
{
    Listener listener;
    std::atomic<bool> cancelled = false;
    std::mutex mutex; // guards hook: set by the worker, called by whoever cancels
    std::function<void()> hook;
};

Progress::Progress() : state_(std::make_shared<State>()) {}

Progress::Progress(Listener listener) : Progress()
{
    state_->listener = std::move(listener);
}

void Progress::report(int done, int total, const QString& what) const
{
    if (state_->listener)
        state_->listener({done, total, what});
}

void Progress::cancel() const
{
    state_->cancelled = true;
    const std::lock_guard lock(state_->mutex);
    if (state_->hook)
        state_->hook();
}

bool Progress::cancelled() const
{
    return state_->cancelled;
}

void Progress::onCancel(std::function<void()> hook) const
{
    const std::lock_guard lock(state_->mutex);
    state_->hook = std::move(hook);
}

} // namespace parcferme
