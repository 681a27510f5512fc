#include "ui/window/Placement.h"

#include <algorithm>

namespace parcferme {

QRect placedIn(const QRect& room, const QRect& wanted)
{
    const QSize size = wanted.size().boundedTo(room.size());
    const int left = std::clamp(wanted.left(), room.left(), room.left() + room.width() - size.width());
    const int top = std::clamp(wanted.top(), room.top(), room.top() + room.height() - size.height());
    return {QPoint(left, top), size};
}

} // namespace parcferme
