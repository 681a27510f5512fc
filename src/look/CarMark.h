#pragma once

#include "look/Tokens.h"

#include <QPen>

class QPainter;

namespace parcferme::chart {

// A car's mark: the first car of a team filled, the second hollow; its lines solid or dashed.
QPen carPen(const QColor& colour, bool second, double width);
void drawCar(QPainter& painter, const QPointF& centre, double radius, const QColor& colour, bool second,
             const Tokens& theme);

} // namespace parcferme::chart
