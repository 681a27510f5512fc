#include "ui/dialogs/GridOrder.h"

#include <algorithm>

namespace parcferme {

namespace {

enum class Group { Set, Back, PitLane };

struct Place
{
    QString driver;
    Group group = Group::Set;
    int key = 0; // place asked for, before others move up
    bool setBack = false;
};

// "back", "back of grid", and the same in the user's language.
bool isWord(const QString& penalty, const QString& english, const QString& translated)
{
    const QString first = penalty.section(u' ', 0, 0);
    return first == english || first == translated;
}

} // namespace

Result<std::vector<ManualGrid::Slot>> GridOrder::places(const std::vector<Line>& lines)
{
    std::vector<Place> order;
    for (const Line& line : lines) {
        const int own = int(order.size()) + 1;
        Place place{line.driver, Group::Set, own, false};
        const QString penalty = line.penalty.simplified().toLower();
        bool isNumber = false;
        const int by = penalty.mid(penalty.startsWith(u'+') ? 1 : 0).toInt(&isNumber);
        if (isNumber && by > 0 && by < 100) {
            place.key = own + by;
            place.setBack = true;
        } else if (isWord(penalty, QStringLiteral("back"),
                          tr("back", "penalty as it is typed: back of the grid"))) {
            place.group = Group::Back;
        } else if (isWord(penalty, QStringLiteral("pit"), tr("pit", "penalty as it is typed: pit lane"))) {
            place.group = Group::PitLane;
        } else if (!penalty.isEmpty()) {
            return fail(ErrorCode::Usage,
                        tr("\"%1\" is no penalty: write +5, back or pit.").arg(line.penalty));
        }
        order.push_back(place);
    }
    std::stable_sort(order.begin(), order.end(), [](const Place& a, const Place& b) {
        return std::tuple(a.group, a.key, a.setBack) < std::tuple(b.group, b.key, b.setBack);
    });
    std::vector<ManualGrid::Slot> result;
    result.reserve(order.size());
    for (const Place& place : order)
        result.push_back({place.driver, place.group == Group::PitLane ? 0 : int(result.size()) + 1});
    return result;
}

} // namespace parcferme
