#include "core/Progress.h"

namespace parcferme {

struct Progress::State
{
    Listener listener;
    std::stop_source stop;
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
    state_->stop.request_stop();
}

bool Progress::cancelled() const
{
    return state_->stop.stop_requested();
}

std::stop_token Progress::stopToken() const
{
    return state_->stop.get_token();
}

} // namespace parcferme
