#include "ui/widgets/LeadText.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace parcferme {

LeadText::LeadText(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LeadText::setText(const QString& lead, const QString& words)
{
    lead_ = lead;
    words_ = words;
    heights_.clear();
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString LeadText::text() const
{
    return lead_.isEmpty() ? words_ : words_.isEmpty() ? lead_ : lead_ + u' ' + words_;
}

int LeadText::heightForWidth(int width) const
{
    const auto known = heights_.constFind(width);
    if (known != heights_.constEnd())
        return *known;
    const int height = int(std::ceil(layOut(nullptr, width)));
    heights_.insert(width, height);
    return height;
}

void LeadText::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        heights_.clear();
    QWidget::changeEvent(event);
}

QSize LeadText::sizeHint() const
{
    const int width = 480;
    return {width, heightForWidth(width)};
}

QSize LeadText::minimumSizeHint() const
{
    return {160, fontMetrics().height()};
}

void LeadText::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.translate(0, std::max(0, (height() - heightForWidth(width())) / 2));
    layOut(&painter, width());
}

double LeadText::layOut(QPainter* painter, double width) const
{
    double y = 0;
    qsizetype bold = lead_.size();
    for (const QString& paragraph : text().split(u'\n')) {
        QTextLayout layout(paragraph, font());
        if (bold > 0) {
            QTextLayout::FormatRange range;
            range.start = 0;
            range.length = int(std::min(bold, paragraph.size()));
            range.format.setFontWeight(QFont::DemiBold);
            layout.setFormats({range});
        }
        bold -= paragraph.size() + 1;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition(QPointF(0, y));
            y += line.height();
        }
        layout.endLayout();
        if (painter)
            layout.draw(painter, QPointF(0, 0));
    }
    return y;
}

} // namespace parcferme
