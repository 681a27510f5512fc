#include "ui/picks/LiftedRow.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace parcferme {

namespace {

constexpr int Aside = 8;  // to the left
constexpr int Shadow = 6; // around

} // namespace

LiftedRow::LiftedRow(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void LiftedRow::showRow(const QPixmap& row, const QRect& place)
{
    row_ = row;
    setGeometry(place.translated(-Aside, 0).adjusted(-Shadow, -Shadow, Shadow, Shadow));
    show();
    raise();
    update();
}

void LiftedRow::paintEvent(QPaintEvent*)
{
    const Tokens& theme = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place = QRectF(rect()).adjusted(Shadow, Shadow, -Shadow, -Shadow);
    QColor soft = theme.dark ? QColor(Qt::black) : theme.text;
    painter.setPen(Qt::NoPen);
    for (int ring = Shadow; ring > 0; --ring) {
        soft.setAlphaF(0.05F);
        painter.setBrush(soft);
        painter.drawRoundedRect(place.adjusted(-ring, -ring + 2, ring, ring), 4 + ring, 4 + ring);
    }
    painter.drawPixmap(place.topLeft(), row_);
    painter.setPen(QPen(theme.accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
}

} // namespace parcferme
