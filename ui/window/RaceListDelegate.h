#pragma once

#include "tables/TableRoles.h"

#include <QStyledItemDelegate>

namespace parcferme {

// Name of the icon of a badge; empty for none.
QString badgeIcon(RaceBadge::Icon icon);

// Paints a race of the list: round, short name, badge. The badge's words give way to its icon where they
// would cut the name; `compact` leaves them out wherever there is an icon.
class RaceListDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setCompact(bool compact) { compact_ = compact; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    // Left edge of the names, for the heading above the list.
    static int nameOffset(const QFontMetrics& metrics);

private:
    int paintBadge(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   bool selected) const;
    int paintSprint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                    int right) const; // no painter: only says where it would begin
    bool leavesRoomForName(const QStyleOptionViewItem& option, const QModelIndex& index, int badge) const;

    bool compact_ = false;
};

} // namespace parcferme
