#pragma once

#include "ui/charts/ChartWidget.h"

#include <vector>

// What several charts draw.
namespace parcferme::chart {

// A car's mark: the first car of a team filled, the second hollow; its lines solid or dashed.
QPen carPen(const QColor& colour, bool second, double width);
void drawCar(QPainter& painter, const QPointF& centre, double radius, const QColor& colour, bool second,
             const Tokens& theme);

// Evenly spaced ticks from `low` (or below) to `high` (or above), at most `most` of them, at round numbers.
std::vector<double> ticks(double low, double high, int most);

// One line of text in a box, elided.
void drawLabel(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text,
               const QFont& font, const QColor& colour);

// "Driver\nTeam", the first lines of a tooltip.
QString heading(const QString& driver, const QString& team);

} // namespace parcferme::chart
