#include "ui/window/KindBadge.h"

#include "tables/Glossary.h"
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
    look.meaning = wordMeaning(wordOf(kind));
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

void KindBadge::setKind(const std::optional<PredictionKind>& kind)
{
    kind_ = kind;
    lookChanged();
}

std::optional<BadgeLook> KindBadge::look() const
{
    return kind_ ? std::optional(lookOf(*kind_, tokens(this))) : std::nullopt;
}

} // namespace parcferme
