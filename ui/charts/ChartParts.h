#pragma once

#include "look/CarMark.h"
#include "ui/charts/ChartWidget.h"

#include <vector>

// What several charts draw.
namespace parcferme::chart {

// Evenly spaced ticks from `low` (or below) to `high` (or above), at most `most` of them, at round numbers.
std::vector<double> ticks(double low, double high, int most);

// One line of text in a box, elided.
void drawLabel(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text,
               const QFont& font, const QColor& colour);

// "Driver\nTeam", the first lines of a tooltip.
QString heading(const QString& driver, const QString& team);

} // namespace parcferme::chart
