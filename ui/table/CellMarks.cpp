#include "ui/table/CellMarks.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

CellMarks::CellMarks(QPainter& painter, const Tokens& theme, std::optional<PredictionKind> kind)
    : painter_(painter), theme_(theme), kind_(kind)
{
}

void CellMarks::teamStrip(const QRectF& cell, const QColor& team)
{
    if (!team.isValid())
        return;
    const double height = std::min(18.0, cell.height() - 6) * std::max(1.0, cell.height() / 26.0);
    const QRectF strip(cell.left(), std::round(cell.center().y() - height / 2), 4, std::round(height));
    painter_.fillRect(strip, team);
    if (teamStripNeedsOutline(team, theme_)) {
        painter_.setPen(QPen(teamMark(team, theme_), 1));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(strip.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void CellMarks::bar(const QRectF& cell, double fraction, CellStyle style)
{
    const double width = std::floor(cell.width() * std::clamp(fraction, 0.0, 1.0));
    if (width < 1)
        return;
    if (kind_ == PredictionKind::Preview) {
        painter_.setPen(QPen(theme_.accent, 1));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(QRectF(cell.left() + 0.5, cell.bottom() - 5.5, std::max(1.0, width - 1), 3));
        return;
    }
    const bool grey = style == CellStyle::GreyBar || kind_ == PredictionKind::Retrospective;
    const QColor colour = style == CellStyle::RetireBar ? theme_.barRetire
                          : grey                        ? theme_.barGrey
                                                        : theme_.bar;
    const double height = std::round(cell.height() * 18 / 26);
    painter_.fillRect(
        QRectF(cell.left(), cell.top() + std::round((cell.height() - height) / 2), width, height), colour);
}

void CellMarks::range(const QRectF& cell, const PositionRange& range)
{
    if (range.n < 2)
        return;
    const double y = std::round(cell.center().y());
    const auto x = [&](double position) { return cell.left() + (position - 0.5) / range.n * cell.width(); };
    painter_.fillRect(QRectF(cell.left(), y - 1, cell.width(), 2), theme_.track);
    const QColor colour = kind_ == PredictionKind::Retrospective ? theme_.muted : theme_.accent;
    const double from = x(range.low - 0.35);
    const double to = x(range.high + 0.35);
    if (kind_ == PredictionKind::Preview) {
        for (int dash = 0; from + 6 * dash < to; ++dash) {
            const double left = from + 6 * dash;
            painter_.fillRect(QRectF(left, y - 2, std::min(4.0, to - left), 4), colour);
        }
    } else {
        painter_.fillRect(QRectF(from, y - 2, std::max(2.0, to - from), 4), colour);
    }
    painter_.fillRect(QRectF(std::round(x(range.predicted)) - 1, y - 5, 2, 10), theme_.text);
}

void CellMarks::difference(const QRectF& cell, double value, double pixelsPerUnit, bool hollow)
{
    const double middle = std::round(cell.center().x());
    painter_.fillRect(QRectF(middle, cell.top() + 4, 1, cell.height() - 8), theme_.strong);
    const double length = std::min(std::abs(value) * pixelsPerUnit, cell.width() / 2);
    if (length < 1)
        return;
    const double height = std::round(cell.height() * 8 / 26);
    const QRectF bar(value > 0 ? middle + 1 : middle - length, std::round(cell.center().y() - height / 2),
                     length, height);
    const QColor colour = value > 0 ? theme_.better : theme_.worse;
    if (hollow) {
        painter_.setPen(QPen(colour, 1));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter_.fillRect(bar, colour);
    }
}

void CellMarks::interval(const QRectF& cell, const IntervalMark& mark)
{
    if (mark.scale <= 0)
        return;
    const double y = std::round(cell.center().y());
    const auto x = [&](double value) {
        return cell.center().x() + std::clamp(value / mark.scale, -1.0, 1.0) * (cell.width() / 2 - 4);
    };
    painter_.fillRect(QRectF(std::round(x(0)), cell.top() + 4, 1, cell.height() - 8), theme_.strong);
    // Lower is better; an interval that holds 0 says nothing.
    const bool worse = mark.worseOnlyIfClear ? mark.low > 0 : mark.mean > 0;
    const QColor colour = mark.high < 0 ? theme_.better : worse ? theme_.worse : theme_.muted;
    painter_.save();
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.fillRect(QRectF(x(mark.low), y - 1, std::max(1.0, x(mark.high) - x(mark.low)), 2), colour);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(colour);
    painter_.drawEllipse(QPointF(x(mark.mean), y), 4, 4);
    painter_.restore();
}

} // namespace parcferme
