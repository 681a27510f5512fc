#include "ui/window/KindBadge.h"

#include "tables/Glossary.h"
#include "tables/TableModel.h"
#include "ui/session/RaceWords.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace parcferme {

namespace {

constexpr int Edge = 8;
constexpr int Gap = 6;

QString iconOf(PredictionKind kind)
{
    switch (kind) {
    case PredictionKind::Live:
        return QStringLiteral("lock");
    case PredictionKind::Retrospective:
        return QStringLiteral("history");
    case PredictionKind::Void:
        return QStringLiteral("warning");
    case PredictionKind::Preview:
        break;
    }
    return QStringLiteral("eye");
}

QFont badgeFont(const QFont& body)
{
    QFont font = labelFont(body);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

KindBadge::KindBadge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void KindBadge::setKind(const std::optional<PredictionKind>& kind)
{
    kind_ = kind;
    setVisible(kind.has_value());
    setAccessibleName(kind ? RaceWords::kind(*kind) : QString());
    setToolTip(kind ? plainToolTip(wordMeaning(wordOf(*kind))) : QString());
    updateGeometry();
    update();
}

QSize KindBadge::sizeHint() const
{
    if (!kind_)
        return {0, 0};
    const QFontMetrics metrics(badgeFont(font()));
    const int icon = metrics.height();
    return {Edge + icon + Gap + metrics.horizontalAdvance(RaceWords::kind(*kind_)) + Edge,
            metrics.height() + 5};
}

void KindBadge::paintEvent(QPaintEvent*)
{
    if (!kind_)
        return;
    const Tokens& theme = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = theme.text;
    QPen outline(Qt::NoPen);
    QBrush ground(Qt::NoBrush);
    switch (*kind_) {
    case PredictionKind::Live:
        ground = theme.accent;
        ink = theme.onAccent;
        break;
    case PredictionKind::Retrospective:
        ground = theme.barGrey;
        break;
    case PredictionKind::Void:
        outline = QPen(theme.warning, 1);
        ink = theme.warning;
        break;
    case PredictionKind::Preview:
        outline = QPen(theme.accent, 1, Qt::DashLine);
        ink = theme.accent;
        break;
    }
    painter.setPen(outline);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QFont font = badgeFont(this->font());
    const QFontMetrics metrics(font);
    const int side = metrics.height() - 2;
    painter.drawPixmap(Edge, (height() - side) / 2,
                       iconPixmap(iconOf(*kind_), ink, side, devicePixelRatioF()));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect().adjusted(Edge + metrics.height() + Gap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, RaceWords::kind(*kind_));
}

} // namespace parcferme
