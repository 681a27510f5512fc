#pragma once

#include <QCache>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace parcferme {

// Paints a cell of a table of src/tables: ground, mark and text by the column's CellStyle.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    // Width that the text of a cell needs, with what the style draws beside it.
    static int neededWidth(const QFont& font, const QModelIndex& index);

private:
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    // What is left for the text after the mark was painted.
    QRect paintMark(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintText(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const;
    const QStaticText& prepared(const QString& text, const QFont& font) const;

    // Shaping words costs more than drawing them, and a table is drawn at every step of scrolling.
    mutable QCache<QString, QStaticText> prepared_{2000};
};

} // namespace parcferme
