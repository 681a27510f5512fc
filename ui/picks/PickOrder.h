#pragma once

#include <QStringList>

#include <vector>

namespace parcferme {

// An order of the field in which places may be empty. Every driver has a row: that of his place, or one of
// the rows whose place is empty, where he waits for one. So a row is always a place, and nobody is out of
// sight.
class PickOrder
{
public:
    PickOrder() = default;
    // places: of each place a driver of the field, or nothing. Others of the field wait in its order.
    PickOrder(const QStringList& field, const QStringList& places);

    int size() const { return static_cast<int>(lines_.size()); }
    const QString& driverAt(int row) const { return lines_[static_cast<std::size_t>(row)].driver; }
    bool placedAt(int row) const { return lines_[static_cast<std::size_t>(row)].placed; }
    int rowOf(const QString& driver) const; // -1: not of the field
    int filled() const;
    QStringList places() const; // empty text: nobody
    QString winner() const;     // empty: place 1 is

    // Who is in this row goes to another and has its place. Who stands there makes room, towards the place
    // that is left, as far as the next empty one.
    PickOrder moved(int row, int to) const;
    // Who is in this row has no place any more.
    PickOrder cleared(int row) const;

    bool operator==(const PickOrder&) const = default;

private:
    struct Line
    {
        QString driver;
        bool placed = false;
        bool operator==(const Line&) const = default;
    };
    int roomFor(int row, int to) const;

    std::vector<Line> lines_;
};

} // namespace parcferme
