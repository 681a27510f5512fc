#pragma once

#include "domain/Prediction.h"
#include "tables/TableRoles.h"
#include "ui/theme/Theme.h"

#include <QPainter>

#include <optional>

namespace parcferme {

// The marks inside table cells. Each is handed the cell's inner rectangle and paints with the theme's
// colours; kind is how a prediction came about: it changes bars and ranges.
class CellMarks
{
public:
    CellMarks(QPainter& painter, const Tokens& theme, std::optional<PredictionKind> kind);

    void teamStrip(const QRectF& cell, const QColor& team);
    void bar(const QRectF& cell, double fraction, CellStyle style); // one of the styles of bars
    void range(const QRectF& cell, const PositionRange& range);
    // pixelsPerUnit: length of one place; hollow: few races stand behind it
    void difference(const QRectF& cell, double value, double pixelsPerUnit, bool hollow);
    void interval(const QRectF& cell, const IntervalMark& mark);

private:
    QPainter& painter_;
    const Tokens& theme_;
    std::optional<PredictionKind> kind_;
};

} // namespace parcferme
