#include "source/Resumption.h"

#include <utility>

namespace parcferme {

void Resumption::later(std::coroutine_handle<> coroutine)
{
    due_.push_back(coroutine);
    QMetaObject::invokeMethod(this, &Resumption::resumeOne, Qt::QueuedConnection);
}

void Resumption::drain()
{
    while (!due_.empty())
        resumeOne();
}

void Resumption::resumeOne()
{
    if (due_.empty())
        return;
    const std::coroutine_handle<> coroutine = due_.front();
    due_.pop_front();
    coroutine.resume(); // this object may be gone now
}

void Waiting::goOn()
{
    told_ = true;
    if (const auto coroutine = std::exchange(coroutine_, nullptr))
        resumption_.later(coroutine);
}

void Waiting::suspend(std::coroutine_handle<> coroutine)
{
    if (told_)
        resumption_.later(coroutine);
    else
        coroutine_ = coroutine;
}

} // namespace parcferme
