#include "ui/window/MineBadge.h"

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

void MineBadge::setState(const std::optional<PickState>& state)
{
    state_ = state;
    lookChanged();
}

std::optional<BadgeLook> MineBadge::look() const
{
    return state_ ? std::optional(lookOf(*state_, tokens(this))) : std::nullopt;
}

} // namespace parcferme
