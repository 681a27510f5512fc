#include "ui/picks/SidePanel.h"

#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace parcferme {

SidePanel::SidePanel(const QString& heading, QWidget* parent)
    : QFrame(parent), heading_(heading), content_(new QVBoxLayout(this))
{
    setAccessibleName(heading);
    content_->setContentsMargins(12, headingHeight() + 10, 12, 12);
    content_->setSpacing(6);
}

int SidePanel::headingHeight() const
{
    return scaledHeight(fontMetrics(), 28);
}

void SidePanel::paintEvent(QPaintEvent*)
{
    const Tokens& theme = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QRect heading(1, 1, width() - 2, headingHeight());
    painter.fillRect(heading, theme.alt);
    painter.fillRect(QRect(heading.left(), heading.bottom(), heading.width(), 1), theme.border);
    painter.setFont(strongFont(labelFont(font())));
    painter.setPen(theme.text);
    painter.drawText(heading.adjusted(11, 0, -11, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     heading_);
}

} // namespace parcferme
