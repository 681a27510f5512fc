#pragma once

#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>

namespace parcferme {

// Work of the window's thread that would take too long in one piece: each part gets a turn of the event loop,
// so that input and painting come between. Parts run in the order in which they were asked for.
class Turns : public QObject
{
    Q_OBJECT
public:
    // owner: when it is gone, so is the part.
    static void later(QObject* owner, std::function<void()> part);

private:
    struct Part
    {
        QPointer<QObject> owner;
        std::function<void()> work;
    };

    explicit Turns(QObject* parent);
    static Turns& ofThisProgram();
    void next();

    std::deque<Part> parts_;
    QTimer timer_;
};

} // namespace parcferme
