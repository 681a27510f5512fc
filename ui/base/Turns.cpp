#include "ui/base/Turns.h"

#include <QCoreApplication>

namespace parcferme {

Turns::Turns(QObject* parent) : QObject(parent)
{
    timer_.setInterval(0);
    connect(&timer_, &QTimer::timeout, this, &Turns::next);
}

// One for the whole program, so that parts of different owners do not share a turn either.
Turns& Turns::ofThisProgram()
{
    static QPointer<Turns> turns;
    if (!turns)
        turns = new Turns(QCoreApplication::instance());
    return *turns;
}

void Turns::later(QObject* owner, std::function<void()> part)
{
    Turns& turns = ofThisProgram();
    turns.parts_.push_back({owner, std::move(part)});
    turns.timer_.start();
}

void Turns::next()
{
    const Part part = std::move(parts_.front());
    parts_.pop_front();
    if (parts_.empty())
        timer_.stop();
    if (part.owner)
        part.work();
}

} // namespace parcferme
