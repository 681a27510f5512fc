#pragma once

#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace parcferme {

// How far a long piece of work is, and the wish to stop it. Copies share one state, so the window keeps one
// and the worker gets the other. report() runs the listener on the worker's thread; cancel() may come from
// any thread.
class Progress
{
public:
    struct Step
    {
        int done = 0;
        int total = 0; // 0: not known yet
        QString what;  // "Results of 2026", for people
    };
    using Listener = std::function<void(const Step&)>;

    Progress(); // nobody listens
    explicit Progress(Listener listener);

    void report(int done, int total, const QString& what) const;
    void cancel() const;
    bool cancelled() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace parcferme
