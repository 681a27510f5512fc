#pragma once

#include <QRect>

namespace parcferme {

// Where a window goes on a screen. Sizes and places in device independent pixels, without the frame of the
// window.
//
// wanted: as it was left, or would be best. room: what the screen leaves to windows, without panels and
// frame. The answer lies inside the room: moved first, made smaller only where it is larger than the room.
QRect placedIn(const QRect& room, const QRect& wanted);

} // namespace parcferme
