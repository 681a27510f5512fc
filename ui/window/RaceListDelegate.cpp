#include "ui/window/RaceListDelegate.h"

#include "tables/TableRoles.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace parcferme {

namespace {

constexpr int Edge = 12;
constexpr int Gap = 8;
constexpr int SelectionMark = 3;
constexpr int RoundColumn = 0;
constexpr int BadgeColumn = 2;

} // namespace

QString badgeIcon(RaceBadge::Icon icon)
{
    switch (icon) {
    case RaceBadge::Icon::None:
        break;
    case RaceBadge::Icon::Clock:
        return QStringLiteral("clock");
    case RaceBadge::Icon::Lock:
        return QStringLiteral("lock");
    case RaceBadge::Icon::TurnedClock:
        return QStringLiteral("history");
    case RaceBadge::Icon::Triangle:
        return QStringLiteral("warning");
    case RaceBadge::Icon::Arrow:
        return QStringLiteral("download");
    case RaceBadge::Icon::Eye:
        return QStringLiteral("eye");
    case RaceBadge::Icon::Struck:
        return QStringLiteral("cancelled");
    }
    return {};
}

namespace {

QColor colourOf(RaceBadge::Tone tone, const Tokens& theme)
{
    switch (tone) {
    case RaceBadge::Tone::Text:
        return theme.text;
    case RaceBadge::Tone::Muted:
        return theme.muted;
    case RaceBadge::Tone::Accent:
        return theme.accent;
    case RaceBadge::Tone::Warning:
        return theme.warning;
    }
    return theme.text;
}

} // namespace

int RaceListDelegate::nameOffset(const QFontMetrics& metrics)
{
    return Edge + metrics.horizontalAdvance(QStringLiteral("000")) + Gap;
}

QSize RaceListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {160, scaledHeight(option.fontMetrics, 30)};
}

void RaceListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Tokens& theme = tokens(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->save();
    if (selected || hovered)
        painter->fillRect(option.rect, selected ? theme.selection : theme.alt);
    if (selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), SelectionMark, option.rect.height()),
                          theme.accent);
    if (selected && (option.state & QStyle::State_HasFocus)) {
        painter->setPen(theme.accent);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    const QFont body = selected ? strongFont(option.font) : option.font;
    const QFontMetrics metrics(option.font);
    const int nameLeft = option.rect.left() + nameOffset(metrics);

    painter->setFont(figureFont(body));
    painter->setPen(selected ? theme.text : theme.muted);
    painter->drawText(QRect(option.rect.left() + Edge, option.rect.top(),
                            nameLeft - Gap - option.rect.left() - Edge, option.rect.height()),
                      Qt::AlignRight | Qt::AlignVCenter,
                      index.siblingAtColumn(RoundColumn).data().toString());

    const int badgeLeft = paintSprint(painter, option, index, paintBadge(painter, option, index, selected));
    painter->setFont(body);
    painter->setPen(theme.text);
    const int width = badgeLeft - Gap - nameLeft;
    painter->drawText(QRect(nameLeft, option.rect.top(), width, option.rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(body).elidedText(index.data().toString(), Qt::ElideRight, width));
    painter->restore();
}

int RaceListDelegate::paintBadge(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index, bool selected) const
{
    const auto badge = index.siblingAtColumn(BadgeColumn).data(BadgeRole).value<RaceBadge>();
    const QColor colour = colourOf(badge.tone, tokens(option.palette));
    const QString icon = badgeIcon(badge.icon);
    const bool isFigure = badge.tone == RaceBadge::Tone::Text;
    const int iconSide = std::max(14, option.fontMetrics.height() - 2);
    int right = option.rect.right() - Edge + 1;

    QFont font = figureFont(option.font);
    if (badge.strong || (selected && isFigure))
        font.setWeight(QFont::DemiBold);
    font.setStrikeOut(badge.struck);
    const int words = QFontMetrics(font).horizontalAdvance(badge.text);
    // In the compact list an icon stands for words, and long words without one give way to the name.
    const bool wordsShown =
        isFigure || (icon.isEmpty() ? !compact_ || words < option.rect.width() / 3
                                    : !compact_ && leavesRoomForName(option, index, words + 4 + iconSide));
    const int textWidth = wordsShown ? words : 0;
    const auto drawIcon = [&](int left) {
        const int top = option.rect.top() + (option.rect.height() - iconSide) / 2;
        painter->drawPixmap(left, top,
                            iconPixmap(icon, colour, iconSide, painter->device()->devicePixelRatioF()));
    };
    painter->setFont(font);
    painter->setPen(colour);
    // A figure stands before its icon so that figures line up; words stand after it.
    if (isFigure && !icon.isEmpty()) {
        right -= iconSide;
        drawIcon(right);
        right -= 6;
    }
    if (wordsShown)
        painter->drawText(QRect(right - textWidth, option.rect.top(), textWidth + 1, option.rect.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, badge.text);
    right -= textWidth;
    if (!isFigure && !icon.isEmpty()) {
        right -= iconSide + (wordsShown ? 4 : 0);
        drawIcon(right);
    }
    return right;
}

// As if it were selected, so that a row does not change when it is chosen.
bool RaceListDelegate::leavesRoomForName(const QStyleOptionViewItem& option, const QModelIndex& index,
                                         int badge) const
{
    const int right = paintSprint(nullptr, option, index, option.rect.right() - Edge + 1 - badge);
    const int name = QFontMetrics(strongFont(option.font)).horizontalAdvance(index.data().toString());
    return option.rect.left() + nameOffset(option.fontMetrics) + name + Gap <= right;
}

// Left of the badge, small: the sprint of the weekend.
int RaceListDelegate::paintSprint(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index, int right) const
{
    const QVariant stored = index.siblingAtColumn(BadgeColumn).data(SprintBadgeRole);
    if (!stored.isValid())
        return right;
    const auto badge = stored.value<RaceBadge>();
    const Tokens& theme = tokens(option.palette);
    QFont font = labelFont(option.font);
    font.setStrikeOut(badge.struck);
    if (painter) {
        painter->setFont(font);
        painter->setPen(colourOf(badge.tone, theme));
    }
    const QFontMetrics metrics(font);
    const auto drawWords = [&](const QString& words) {
        const int width = metrics.horizontalAdvance(words);
        right -= width;
        if (painter)
            painter->drawText(QRect(right, option.rect.top(), width + 1, option.rect.height()),
                              Qt::AlignLeft | Qt::AlignVCenter, words);
    };
    right -= Gap;
    if (!compact_ && !badge.text.isEmpty()) {
        drawWords(badge.text);
        right -= 4;
    }
    const QString icon = badgeIcon(badge.icon);
    if (!icon.isEmpty()) {
        const int side = std::max(12, metrics.height() - 2);
        right -= side;
        if (painter)
            painter->drawPixmap(
                right, option.rect.top() + (option.rect.height() - side) / 2,
                iconPixmap(icon, colourOf(badge.tone, theme), side, painter->device()->devicePixelRatioF()));
        right -= 4;
    }
    drawWords(RaceListDelegate::tr("S"));
    return right;
}

} // namespace parcferme
