#include "ui/picks/PickOrder.h"

#include <algorithm>

namespace parcferme {

PickOrder::PickOrder(const QStringList& field, const QStringList& places)
{
    lines_.resize(static_cast<std::size_t>(field.size()));
    QStringList waiting = field;
    for (qsizetype place = 0; place < std::min(field.size(), places.size()); ++place)
        if (waiting.removeOne(places[place]))
            lines_[static_cast<std::size_t>(place)] = {places[place], true};
    for (Line& line : lines_)
        if (!line.placed)
            line.driver = waiting.takeFirst();
}

int PickOrder::rowOf(const QString& driver) const
{
    const auto found = std::ranges::find(lines_, driver, &Line::driver);
    return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

int PickOrder::filled() const
{
    return static_cast<int>(std::ranges::count(lines_, true, &Line::placed));
}

QStringList PickOrder::places() const
{
    QStringList places;
    for (const Line& line : lines_)
        places << (line.placed ? line.driver : QString());
    return places;
}

QString PickOrder::winner() const
{
    return !lines_.empty() && lines_.front().placed ? lines_.front().driver : QString();
}

// The row as far as which others move: the one that is left, or an empty place before it. From outside one
// looks for room behind first.
int PickOrder::roomFor(int row, int to) const
{
    const auto free = [&](int at) { return at == row || !placedAt(at); };
    const bool down = placedAt(row) ? row > to : true;
    for (int at = to; at >= 0 && at < size(); at += down ? 1 : -1)
        if (free(at))
            return at;
    int at = to;
    while (!free(at))
        at += down ? -1 : 1;
    return at;
}

PickOrder PickOrder::moved(int row, int to) const
{
    PickOrder result = *this;
    auto& lines = result.lines_;
    const auto begin = lines.begin();
    Line mover = lines[static_cast<std::size_t>(row)];
    mover.placed = true;
    const int room = roomFor(row, to);
    // Whoever waited in the room waits in the row that is left.
    std::swap(*(begin + room), *(begin + row));
    if (room > to)
        std::rotate(begin + to, begin + room, begin + room + 1);
    else if (room < to)
        std::rotate(begin + room, begin + room + 1, begin + to + 1);
    lines[static_cast<std::size_t>(to)] = mover;
    return result;
}

PickOrder PickOrder::cleared(int row) const
{
    PickOrder result = *this;
    result.lines_[static_cast<std::size_t>(row)].placed = false;
    return result;
}

} // namespace parcferme
