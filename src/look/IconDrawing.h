#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace parcferme {

// Draws one of the program's line icons ("lock", "sync" ...; resources/icons) in a colour.
void drawIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour);

} // namespace parcferme
