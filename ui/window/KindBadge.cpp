#include "ui/window/KindBadge.h"

#include "tables/Glossary.h"
#include "tables/TableModel.h"
#include "ui/session/RaceWords.h"
#include "ui/theme/Theme.h"

namespace parcferme {

namespace {

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

BadgeLook lookOf(PredictionKind kind, const Tokens& theme)
{
    BadgeLook look{{iconOf(kind)}, RaceWords::kind(kind), theme.text};
    switch (kind) {
    case PredictionKind::Live:
        look.ground = theme.accent;
        look.ink = theme.onAccent;
        break;
    case PredictionKind::Retrospective:
        look.ground = theme.barGrey;
        break;
    case PredictionKind::Void:
        look.outline = QPen(theme.warning, 1);
        look.ink = theme.warning;
        break;
    case PredictionKind::Preview:
        look.outline = QPen(theme.accent, 1, Qt::DashLine);
        look.ink = theme.accent;
        break;
    }
    return look;
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
    showToolTip();
    updateGeometry();
    update();
}

void KindBadge::setShort(bool isShort)
{
    if (std::exchange(short_, isShort) == isShort)
        return;
    showToolTip();
    updateGeometry();
    update();
}

void KindBadge::showToolTip()
{
    QStringList lines;
    if (kind_ && short_)
        lines << RaceWords::kind(*kind_);
    if (kind_)
        lines << wordMeaning(wordOf(*kind_));
    setToolTip(kind_ ? plainToolTip(lines.join(u'\n')) : QString());
}

BadgeLook KindBadge::look() const
{
    BadgeLook look = lookOf(*kind_, tokens(this));
    if (short_)
        look.text.clear();
    return look;
}

QSize KindBadge::sizeHint() const
{
    return kind_ ? badgeSize(*this, look()) : QSize(0, 0);
}

void KindBadge::paintEvent(QPaintEvent*)
{
    if (kind_)
        paintBadge(*this, look());
}

} // namespace parcferme
