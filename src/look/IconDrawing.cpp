#include "look/IconDrawing.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace parcferme {

void drawIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& colour)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QSvgRenderer(file.readAll().replace("currentColor", colour.name().toLatin1())).render(&painter, box);
}

} // namespace parcferme
