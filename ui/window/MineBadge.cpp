#include "ui/window/MineBadge.h"

#include "tables/TableModel.h"
#include "ui/session/PickHeader.h"
#include "ui/theme/Theme.h"

namespace parcferme {

namespace {

BadgeLook lookOf(PickState state, const Tokens& theme)
{
    BadgeLook look{{QStringLiteral("person")}, PickHeader::badge(state), theme.text};
    switch (state) {
    case PickState::None:
        look.outline = QPen(theme.border, 1);
        look.ink = theme.muted;
        break;
    case PickState::Draft:
        look.icons << QStringLiteral("pencil");
        look.outline = QPen(theme.accent, 1, Qt::DashLine);
        look.ink = theme.accent;
        break;
    case PickState::Locked:
        look.icons << QStringLiteral("lock");
        look.ground = theme.accent;
        look.ink = theme.onAccent;
        break;
    case PickState::Late:
        look.icons << QStringLiteral("history");
        look.ground = theme.barGrey;
        break;
    }
    return look;
}

} // namespace

MineBadge::MineBadge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void MineBadge::setState(const std::optional<PickState>& state)
{
    state_ = state;
    setVisible(state.has_value());
    setAccessibleName(state ? PickHeader::badge(*state) : QString());
    showToolTip();
    updateGeometry();
    update();
}

void MineBadge::setShort(bool isShort)
{
    if (std::exchange(short_, isShort) == isShort)
        return;
    showToolTip();
    updateGeometry();
    update();
}

void MineBadge::showToolTip()
{
    setToolTip(state_ && short_ ? plainToolTip(PickHeader::badge(*state_)) : QString());
}

BadgeLook MineBadge::look() const
{
    BadgeLook look = lookOf(*state_, tokens(this));
    if (short_)
        look.text.clear();
    return look;
}

QSize MineBadge::sizeHint() const
{
    return state_ ? badgeSize(*this, look()) : QSize(0, 0);
}

void MineBadge::paintEvent(QPaintEvent*)
{
    if (state_)
        paintBadge(*this, look());
}

} // namespace parcferme
