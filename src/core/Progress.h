#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <stop_token>

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
    // The same wish, for computations that know nothing of this class.
    std::stop_token stopToken() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace parcferme
