#include "look/CarMark.h"

#include <QPainter>

namespace parcferme::chart {

QPen carPen(const QColor& colour, bool second, double width)
{
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    if (second)
        pen.setDashPattern({5 / width, 3 / width});
    return pen;
}

void drawCar(QPainter& painter, const QPointF& centre, double radius, const QColor& colour, bool second,
             const Tokens& theme)
{
    painter.setPen(QPen(colour, radius * 0.36));
    painter.setBrush(second ? theme.base : colour);
    painter.drawEllipse(centre, radius * 0.82, radius * 0.82);
}

} // namespace parcferme::chart
