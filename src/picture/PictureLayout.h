#pragma once

#include "picture/Canvas.h"

// Where things stand on a picture, in pixels, and the sizes of its text.
namespace parcferme::picture {

inline constexpr double Left = 52, Right = 1156; // of the text
inline constexpr double RailWidth = 14;
inline constexpr double FootTop = 627;
inline constexpr double ColumnLeft = 812, ColumnTop = 118, ColumnBottom = 604;
inline constexpr double BodyRight = 770; // of the table and of the order that it became

inline constexpr Canvas::Type Name{20}, Strong{20, true}, Label{16}, Head{16, true};

} // namespace parcferme::picture
