#include "service/ReaderPool.h"

#include "tracker/Assembly.h"

namespace parcferme {

ReaderPool::ReaderPool(Settings settings, const Clock& clock, int threads)
    : settings_(std::move(settings)), clock_(clock)
{
    connect(
        this, &ReaderPool::answered, this, [](const std::function<void()>& finish) { finish(); },
        Qt::QueuedConnection);
    settings_.offline = true; // a read never waits for the network
    for (int i = 0; i < threads; ++i) {
        threads_.emplace_back(QThread::create([this] { run(); }));
        threads_.back()->setObjectName(QStringLiteral("reader"));
        threads_.back()->start();
    }
}

ReaderPool::~ReaderPool()
{
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_all();
    for (const auto& thread : threads_)
        thread->wait();
}

void ReaderPool::ask(Work work, Done done)
{
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back({std::move(work), std::move(done)});
    }
    changed_.notify_one();
}

std::optional<ReaderPool::Job> ReaderPool::take()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
    if (ending_)
        return std::nullopt;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    return job;
}

void ReaderPool::run()
{
    std::unique_ptr<Tracker> tracker;
    while (auto job = take()) {
        Result<Answer> answer;
        if (!tracker) {
            auto opened = assemble(settings_, clock_);
            if (opened)
                tracker = std::move(opened->tracker);
            else
                answer = tl::unexpected(opened.error());
        }
        if (tracker)
            answer = job->work(*tracker);
        if (!answer &&
            (answer.error().code == ErrorCode::Database || answer.error().code == ErrorCode::DatabaseAway))
            tracker.reset(); // the next call connects anew
        Q_EMIT answered([done = std::move(job->done), answer = std::move(answer)] { done(answer); });
    }
}

} // namespace parcferme
