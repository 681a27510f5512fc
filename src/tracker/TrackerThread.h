#pragma once

#include "tracker/Assembly.h"
#include "tracker/AutoFreeze.h"
#include "tracker/ChangeSet.h"
#include "tracker/StampKeeper.h"
#include "tracker/Tracker.h"

#include <QMetaObject>
#include <QPointer>
#include <QThread>

#include <optional>
#include <type_traits>
#include <utility>

namespace parcferme {

// A tracker on a thread of its own, so that a window never waits: work is sent over, the answer comes back to
// the asking thread. What the work changed comes with its answer, just before it, as one changed().
// Destroying it cancels nothing by itself; cancel the Progress first.
class TrackerThread : public QObject
{
    Q_OBJECT
public:
    explicit TrackerThread(const Clock& clock, QObject* parent = nullptr);
    ~TrackerThread() override;

    // Begins to open the store, while the window is still being made. Nothing is told before open(), which
    // takes what is ready.
    void prepare(const Settings& settings);
    // Opens the store (merging the bundled history) and the source; opened() or failed() follows once.
    void open(const Settings& settings);

    // The same, after the database was set aside under a dated name beside it (nothing is deleted): to start
    // with a backup of backupsOf(), or with a new database. Where that cannot be, the database stays:
    // warned() for a backup that cannot be restored, failed() for a database that cannot be set aside.
    void restore(const Settings& settings, const QString& backup);
    void startAfresh(const Settings& settings);

    // Runs work(tracker) over there: Result<T>, or QCoro::Task<Result<T>>. Then done(Result<T>) here, unless
    // context is gone. Before opened() the answer is an error.
    template <typename Work, typename Done>
    void ask(QObject* context, Work work, Done done)
    {
        QMetaObject::invokeMethod(home_, [this, context = QPointer(context), work, done]() mutable {
            using Answer = std::invoke_result_t<Work, Tracker&>;
            if constexpr (requires(Answer answer) {
                              answer.value();
                              answer.error();
                          }) {
                reply(context, std::move(done), tracker_ ? work(*tracker_) : Answer(notOpen()));
            } else {
                using Value = typename Answer::value_type;
                if (!tracker_)
                    return reply(context, std::move(done), Value(notOpen()));
                work(*tracker_).then([this, context, done](Value value) mutable {
                    reply(context, std::move(done), std::move(value));
                });
            }
        });
    }

Q_SIGNALS:
    void opened(bool firstStart, const QStringList& notices);
    void failed(const parcferme::Error& error);
    void warned(const parcferme::Error& error); // the program works on, but a backup was not made or restored
    void changed(const parcferme::ChangeSet& changes); // never empty
    void ledgerStamped();                              // an authority vouches for the ledger as it is now
    void autoFroze(parcferme::SessionKey of);          // a live prediction was frozen by itself
    // Its freeze window closed and nothing was frozen; once per race.
    void windowMissed(parcferme::SessionKey of);
    // The player's complete draft was locked by itself at the start.
    void pickLockedByItself(parcferme::SessionKey of);
    // An hour before the start: his draft is not complete, and will not be locked by itself. Once.
    void pickIncomplete(parcferme::SessionKey of);

private:
    static tl::unexpected<Error> notOpen();
    // All on the tracker's thread.
    void openHere(Result<Assembled> assembled);
    void close();
    void collectChanges();
    void tellSoon(); // for what changes without having been asked for

    template <typename Done, typename Value>
    void reply(const QPointer<QObject>& context, Done done, Value value)
    {
        // `this` lives on the asking thread: the answer is delivered there.
        QMetaObject::invokeMethod(this, [this, changes = std::exchange(changes_, {}), context,
                                         done = std::move(done), value = std::move(value)]() mutable {
            if (!changes.isEmpty())
                Q_EMIT changed(changes);
            if (context)
                done(std::move(value));
        });
    }

    const Clock& clock_;
    QThread thread_;
    QObject* home_; // lives on thread_; runs what is sent over
    // Touched on thread_ only.
    std::optional<Result<Assembled>> prepared_;
    std::unique_ptr<Tracker> tracker_;
    std::unique_ptr<AutoFreeze> autoFreeze_;
    std::unique_ptr<StampKeeper> stampKeeper_;
    ChangeSet changes_; // not told yet
};

} // namespace parcferme
