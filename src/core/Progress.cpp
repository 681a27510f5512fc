#include "core/Progress.h"

namespace parcferme {

struct Progress::State
{
    Listener listener;
    std::atomic<bool> cancelled = false;
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
}

bool Progress::cancelled() const
{
    return state_->cancelled;
}

} // namespace parcferme
