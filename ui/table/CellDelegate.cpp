#include "ui/table/CellDelegate.h"

#include "tables/TableRoles.h"
#include "ui/table/CellMarks.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace parcferme {

namespace {

constexpr int Edge = 4;
constexpr int StripRoom = 12;

CellStyle styleOf(const QModelIndex& index)
{
    return CellStyle(index.model()->headerData(index.column(), Qt::Horizontal, CellStyleRole).toInt());
}

std::optional<PredictionKind> kindOf(const QModelIndex& index)
{
    const QVariant kind = index.data(KindRole);
    return kind.isValid() && kind.toInt() >= 0 ? std::optional(PredictionKind(kind.toInt())) : std::nullopt;
}

bool isFirstShown(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    return view && view->horizontalHeader()->sectionViewportPosition(index.column()) ==
                       -view->horizontalHeader()->offset();
}

QFont fontOf(const QFont& body, Emphasis emphasis)
{
    QFont font = figureFont(body);
    if (emphasis == Emphasis::Strong || emphasis == Emphasis::Better || emphasis == Emphasis::Worse)
        font.setWeight(QFont::DemiBold);
    return font;
}

// An interval's words are drawn by its mark, muted.
QString shownText(const QModelIndex& index)
{
    const QVariant mark = index.data(IntervalRole);
    return mark.isValid() ? mark.value<IntervalMark>().meanText : index.data().toString();
}

// One race: 4 px a place. A mean over races is small: its scale ends at five places, and it may be hollow.
void paintDifference(CellMarks& marks, const QRect& cell, double value, const QModelIndex& index)
{
    constexpr double PixelsPerPlace = 4;
    constexpr double MeanScale = 5;
    const QVariant hollow = index.data(HollowRole);
    marks.difference(cell, value, hollow.isValid() ? cell.width() / (2 * MeanScale) : PixelsPerPlace,
                     hollow.toBool());
}

int figureRoom(const QFont& font, const QString& widest)
{
    return QFontMetrics(font).horizontalAdvance(widest);
}

// Of the words of an interval, which a narrow table leaves out.
int intervalRoom(const QFont& font, const IntervalMark& mark)
{
    return mark.intervalText.isEmpty() ? 0 : figureRoom(labelFont(font), QStringLiteral("−00.00 to −00.00"));
}

int iconRoom(const QFont& font, const QModelIndex& index)
{
    return index.data(IconRole).toString().isEmpty() ? 0 : QFontMetrics(font).height() + Edge;
}

} // namespace

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {neededWidth(option.font, index), scaledHeight(option.fontMetrics, 26)};
}

int CellDelegate::neededWidth(const QFont& font, const QModelIndex& index)
{
    const auto emphasis = Emphasis(index.data(EmphasisRole).toInt());
    const QFont text = fontOf(font, emphasis);
    const int width = QFontMetrics(text).horizontalAdvance(index.data().toString()) + 2 * Edge + 2;
    switch (styleOf(index)) {
    case CellStyle::Driver:
        return width + StripRoom;
    case CellStyle::Range:
        return figureRoom(text, QStringLiteral("00–00")) + 60;
    case CellStyle::Difference:
        return figureRoom(text, QStringLiteral("▲ 00.0")) + 80;
    case CellStyle::Interval:
        return figureRoom(text, QStringLiteral("−00.00")) +
               intervalRoom(text, index.data(IntervalRole).value<IntervalMark>()) + 84;
    default:
        return index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight
                   ? width
                   : width + Edge + iconRoom(font, index);
    }
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    painter->save();
    paintGround(painter, option, index);
    const QRect text = paintMark(painter, option, index);
    paintText(painter, text, option, index);
    if ((option.state & QStyle::State_HasFocus) && option.widget && option.widget->hasFocus()) {
        painter->setPen(tokens(option.palette).accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

void CellDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const Tokens& theme = tokens(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, selected ? theme.selection : theme.base);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.grid);
    if (selected && isFirstShown(option, index))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          theme.accent);
}

QRect CellDelegate::paintMark(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const Tokens& theme = tokens(option.palette);
    CellMarks marks(*painter, theme, kindOf(index));
    QRect inner = option.rect.adjusted(Edge, 0, -Edge, -1);
    const QFont text = fontOf(option.font, Emphasis::Strong);
    switch (styleOf(index)) {
    case CellStyle::Driver:
        marks.teamStrip(inner, QColor(index.data(TeamColourRole).toString()));
        return inner.adjusted(StripRoom, 0, 0, 0);
    case CellStyle::Bar:
    case CellStyle::RetireBar:
    case CellStyle::GreyBar:
        if (const QVariant fraction = index.data(FractionRole); fraction.isValid())
            marks.bar(inner, fraction.toDouble(), styleOf(index));
        return inner.adjusted(0, 0, -2, 0);
    case CellStyle::Range: {
        const int words = figureRoom(option.font, QStringLiteral("00–00"));
        if (const QVariant range = index.data(RangeRole); range.isValid())
            marks.range(inner.adjusted(words + 8, 0, -2, 0), range.value<PositionRange>());
        inner.setWidth(words);
        return inner;
    }
    case CellStyle::Difference: {
        const int words = figureRoom(text, QStringLiteral("▲ 00.0"));
        if (const QVariant value = index.data(DifferenceRole); value.isValid())
            paintDifference(marks, inner.adjusted(0, 0, -words - 8, 0), value.toDouble(), index);
        inner.setLeft(inner.right() - words);
        return inner;
    }
    case CellStyle::Interval: {
        const QVariant mark = index.data(IntervalRole);
        if (!mark.isValid())
            return inner;
        const auto interval = mark.value<IntervalMark>();
        const int mean = figureRoom(option.font, QStringLiteral("−00.00"));
        const int words = intervalRoom(option.font, interval);
        painter->setFont(figureFont(labelFont(option.font)));
        painter->setPen(theme.muted);
        painter->drawText(inner.adjusted(mean + 8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          interval.intervalText);
        marks.interval(inner.adjusted(mean + 8 + words + 12, 0, -2, 0), interval);
        return inner;
    }
    case CellStyle::Button: {
        const int side = option.fontMetrics.height();
        const QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {side, side}, option.rect);
        painter->drawPixmap(place.topLeft(), iconPixmap(index.data(IconRole).toString(), theme.text, side,
                                                        painter->device()->devicePixelRatioF()));
        return {};
    }
    default:
        if (const QString name = index.data(IconRole).toString(); !name.isEmpty()) {
            const int side = option.fontMetrics.height();
            painter->drawPixmap(inner.left() + Edge, inner.top() + (inner.height() - side) / 2,
                                iconPixmap(name, theme.text, side, painter->device()->devicePixelRatioF()));
            inner.setLeft(inner.left() + iconRoom(option.font, index));
        }
        // Words after a column of figures need some air.
        return index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight ? inner
                                                                          : inner.adjusted(Edge, 0, 0, 0);
    }
}

void CellDelegate::paintText(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Tokens& theme = tokens(option.palette);
    const auto emphasis = Emphasis(index.data(EmphasisRole).toInt());
    if (styleOf(index) == CellStyle::Check && index.data(CheckRole).toBool()) {
        const int side = option.fontMetrics.height();
        painter->drawPixmap(
            rect.right() - side, rect.top() + (rect.height() - side) / 2,
            iconPixmap(QStringLiteral("check"), theme.text, side, painter->device()->devicePixelRatioF()));
        return;
    }
    QColor ink = theme.text;
    if (emphasis == Emphasis::Muted)
        ink = theme.muted;
    else if (emphasis == Emphasis::Better)
        ink = theme.better;
    else if (emphasis == Emphasis::Worse)
        ink = theme.worse;
    const QFont font = fontOf(option.font, emphasis);
    painter->setFont(font);
    painter->setPen(ink);
    const QString words = shownText(index);
    const QStaticText& text = prepared(words, font);
    auto alignment = Qt::Alignment::fromInt(index.data(Qt::TextAlignmentRole).toInt());
    if (!alignment)
        alignment = Qt::AlignLeft | Qt::AlignVCenter;
    if (styleOf(index) == CellStyle::Range || styleOf(index) == CellStyle::Interval)
        alignment = Qt::AlignVCenter | (styleOf(index) == CellStyle::Range ? Qt::AlignRight : Qt::AlignLeft);
    if (text.size().width() > rect.width()) {
        painter->drawText(rect, alignment.toInt(),
                          QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()));
        return;
    }
    const QRect place =
        QStyle::alignedRect(Qt::LeftToRight, alignment, text.size().toSize().boundedTo(rect.size()), rect);
    painter->drawStaticText(place.topLeft(), text);
}

const QStaticText& CellDelegate::prepared(const QString& text, const QFont& font) const
{
    const QString key = font.key() + u'\n' + text;
    if (const QStaticText* known = prepared_.object(key))
        return *known;
    auto* made = new QStaticText(text);
    made->setTextFormat(Qt::PlainText);
    made->setPerformanceHint(QStaticText::AggressiveCaching);
    made->prepare({}, font);
    prepared_.insert(key, made);
    return *made;
}

} // namespace parcferme
