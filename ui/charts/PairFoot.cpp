#include "ui/charts/PairFoot.h"

#include "ui/charts/ChartParts.h"

#include <cmath>

namespace parcferme {

void drawPairFoot(const ChartFrame& frame, double top, const PairFoot& foot)
{
    const double u = frame.unit;
    QPainter& p = frame.painter;
    const Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
    const QRectF line(frame.area.left() + 12 * u, top + 6 * u, frame.area.width() - 24 * u, 20 * u);
    chart::drawLabel(p, line, left, foot.sentence, frame.strong, frame.theme.text);
    const QRectF bar(line.left(), line.bottom() + 4 * u, line.width(), 18 * u);
    const double split = std::round(bar.left() + bar.width() * foot.share);
    p.fillRect(QRectF(bar.topLeft(), QPointF(split - 1, bar.bottom())), frame.theme.bar);
    p.fillRect(QRectF(QPointF(split + 1, bar.top()), bar.bottomRight()), frame.theme.barGrey);
    const QRectF words = bar.adjusted(8 * u, 0, -8 * u, 0);
    chart::drawLabel(p, words, left, foot.one, frame.strong, frame.theme.text);
    chart::drawLabel(p, words, Qt::AlignRight | Qt::AlignVCenter, foot.other, frame.strong, frame.theme.text);
    p.setPen(QPen(frame.theme.strong, 1, Qt::DashLine));
    p.drawLine(QPointF(bar.center().x(), bar.top() - 3 * u), QPointF(bar.center().x(), bar.bottom() + 3 * u));
    chart::drawLabel(p, line.translated(0, 46 * u), left, foot.legend, frame.label, frame.theme.muted);
}

} // namespace parcferme
