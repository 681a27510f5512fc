#include "picture/Canvas.h"

#include "look/Fonts.h"

#include <QFontMetricsF>

namespace parcferme {

Canvas::Canvas(QPainter& painter, const Tokens& theme) : painter_(painter), theme_(theme) {}

QFont Canvas::fontOf(Type type)
{
    QFont font = figureFont(QFont());
    if (type.fixed) {
        font.setFamilies({QStringLiteral("monospace")});
        font.setStyleHint(QFont::Monospace);
    }
    font.setPixelSize(type.size);
    font.setBold(type.bold);
    return font;
}

double Canvas::widthOf(const QString& text, Type type)
{
    return QFontMetricsF(fontOf(type)).horizontalAdvance(text);
}

double Canvas::heightOf(Type type)
{
    return QFontMetricsF(fontOf(type)).height();
}

QString Canvas::shortened(const QString& text, Type type, double room)
{
    return QFontMetricsF(fontOf(type)).elidedText(text, Qt::ElideMiddle, room);
}

void Canvas::line(double x, double middle, double room, const Run& run, Qt::AlignmentFlag side)
{
    const QFont font = fontOf(run.type);
    const QFontMetricsF metrics(font);
    const QString text = metrics.elidedText(run.text, Qt::ElideRight, room + 0.5);
    const double left = side == Qt::AlignRight ? x - metrics.horizontalAdvance(text) : x;
    painter_.setFont(font);
    painter_.setPen(run.colour);
    painter_.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), text);
}

double Canvas::flow(double x, double top, double room, const std::vector<Run>& runs, bool draws)
{
    double at = 0, y = top, lineHeight = 0;
    const auto wrap = [&] {
        y += lineHeight;
        at = 0;
    };
    for (const Run& run : runs) {
        if (run.text.isEmpty())
            continue; // its height is nobody's
        const QFont font = fontOf(run.type);
        const QFontMetricsF metrics(font);
        lineHeight = std::max(lineHeight, metrics.height());
        painter_.setFont(font);
        painter_.setPen(run.colour);
        QString pending; // of this run, on this line
        double pendingAt = at;
        const auto put = [&] {
            if (draws && !pending.isEmpty())
                painter_.drawText(QPointF(x + pendingAt, y + metrics.ascent()), pending);
            pending.clear();
        };
        for (const QString& word : run.text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const bool goesOn = word.startsWith(QLatin1Char(',')); // of the run before
            const double space = at > 0 && !goesOn ? metrics.horizontalAdvance(QLatin1Char(' ')) : 0;
            const double width = metrics.horizontalAdvance(word);
            if (at > 0 && at + space + width > room) {
                put();
                wrap();
            } else if (at > 0) {
                if (!pending.isEmpty())
                    pending += QLatin1Char(' ');
                at += space;
            }
            if (pending.isEmpty())
                pendingAt = at;
            pending += word;
            at += width;
        }
        put();
    }
    return y + lineHeight - top;
}

} // namespace parcferme
