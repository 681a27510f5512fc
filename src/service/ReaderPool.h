#pragma once

#include "service/Answer.h"
#include "tracker/Tracker.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace parcferme {

// Threads that only read, each with a tracker and a database connection of its own: reads go on while the
// writer syncs, and each sees one committed state.
class ReaderPool final : public QObject
{
    Q_OBJECT
public:
    using Work = std::function<Result<Answer>(const Tracker&)>;
    using Done = std::function<void(Result<Answer>)>;

    // Lives on the asking thread: done() is run there, unless the pool is gone. clock must outlive the pool.
    ReaderPool(Settings settings, const Clock& clock, int threads);
    ~ReaderPool() override; // waits for what is running and drops the rest

    // A database that cannot be opened is an error of this call, and is tried again by the next.
    void ask(Work work, Done done);

Q_SIGNALS:
    void answered(const std::function<void()>& finish); // from the readers to the asking thread

private:
    struct Job
    {
        Work work;
        Done done;
    };

    void run(); // on each thread
    std::optional<Job> take();

    Settings settings_;
    const Clock& clock_;
    std::mutex mutex_; // guards jobs_ and ending_
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    bool ending_ = false;
    std::vector<std::unique_ptr<QThread>> threads_;
};

} // namespace parcferme
