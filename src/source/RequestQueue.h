#pragma once

#include "source/HttpExchange.h"
#include "source/RequestBudget.h"

#include <QDeadlineTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace parcferme {

class RequestJob;

// All requests of the program, in one line: each waits for its turn by the budget, then runs beside the
// others. Whoever asks is called back exactly once, from the event loop, also when the queue is deleted.
class RequestQueue final : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(HttpOutcome)>;

    // clock: for dates in headers. budget and clock must outlive the queue.
    RequestQueue(RequestBudget& budget, const Clock& clock, const QueueOptions& options);
    ~RequestQueue() override;

    void send(HttpRequest request, Callback callback);

    // Calls back from the event loop, or when the queue is deleted: for long work that lets others in.
    void later(std::function<void()> callback);

private:
    struct Place
    {
        RequestJob* job = nullptr;
        Callback callback;
    };
    void wantTurn(RequestJob* job);
    void giveTurns();
    void conclude(RequestJob* job);
    void deliver();
    void stopCancelled();

    RequestBudget& budget_;
    const Clock& clock_;
    QueueOptions options_;
    QueueOptions withoutRetries_;
    std::vector<Place> places_;    // running or waiting
    std::deque<RequestJob*> line_; // of those, who waits for a turn
    std::vector<std::function<void()>> deliveries_;
    QTimer turn_;
    QTimer watch_;
    QDeadlineTimer down_;
    bool closing_ = false;
    std::unique_ptr<QNetworkAccessManager>
        manager_; // made with the first request: offline use never needs it
};

} // namespace parcferme
