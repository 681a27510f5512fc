#include "ui/window/ElidedLabel.h"

#include "tables/TableModel.h"

#include <QPainter>

namespace parcferme {

void ElidedLabel::setMeaning(const QString& words)
{
    meaning_ = words;
    setToolTip(plainToolTip(words));
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    const QRect room = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
    if (meaning_.isEmpty())
        setToolTip(shown == text() ? QString() : plainToolTip(text()));
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace parcferme
