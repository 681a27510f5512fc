#include "ui/window/EntryList.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace parcferme {

namespace {

constexpr int RowHeight = 34;
constexpr int Edge = 12;
constexpr int IconSide = 16;
constexpr int SelectionMark = 3;
constexpr int PageIdRole = Qt::UserRole + 1;
constexpr int IconNameRole = Qt::UserRole + 2;
constexpr int FigureRole = Qt::UserRole + 3;

// In the order of the column.
struct Entry
{
    PageId page;
    const char* icon;
};
constexpr Entry Entries[] = {{PageId::Season, "season"}, {PageId::Record, "record"}};

class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {160, scaledHeight(option.fontMetrics, RowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& theme = tokens(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        const QRect row = option.rect;
        painter->save();
        if (selected || (option.state & QStyle::State_MouseOver))
            painter->fillRect(row, selected ? theme.selection : theme.alt);
        if (selected)
            painter->fillRect(QRect(row.left(), row.top(), SelectionMark, row.height()), theme.accent);
        if (selected && (option.state & QStyle::State_HasFocus)) {
            painter->setPen(theme.accent);
            painter->drawRect(row.adjusted(0, 0, -1, -1));
        }
        const int side = scaledHeight(option.fontMetrics, IconSide);
        painter->drawPixmap(row.left() + Edge, row.top() + (row.height() - side) / 2,
                            iconPixmap(index.data(IconNameRole).toString(), theme.text, side,
                                       painter->device()->devicePixelRatioF()));
        const QRect words = row.adjusted(Edge + side + 10, 0, -Edge, 0);
        const QString figure = index.data(FigureRole).toString();
        const QFont label = figureFont(labelFont(option.font));
        painter->setFont(label);
        painter->setPen(theme.muted);
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, figure);
        const QFont body = selected ? strongFont(option.font) : option.font;
        painter->setFont(body);
        painter->setPen(theme.text);
        const int room = words.width() - QFontMetrics(label).horizontalAdvance(figure) - 8;
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(body).elidedText(index.data().toString(), Qt::ElideRight, room));
        painter->restore();
    }
};

} // namespace

EntryList::EntryList(QWidget* parent) : QListView(parent), model_(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("entryList"));
    setAccessibleName(tr("Season and track record"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setItemDelegate(new EntryDelegate(this));
    for (const Entry& entry : Entries) {
        auto* item = new QStandardItem(pageTable()[size_t(placeOf(entry.page))].shownTitle());
        item->setData(int(entry.page), PageIdRole);
        item->setData(QString::fromLatin1(entry.icon), IconNameRole);
        model_->appendRow(item);
    }
    setModel(model_);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!restoring_ && index.isValid())
            Q_EMIT pageChosen(PageId(index.data(PageIdRole).toInt()));
    });
}

void EntryList::setFigure(PageId page, const QString& figure)
{
    figures_.insert(page, figure);
    showFigures();
}

void EntryList::setCompact(bool compact)
{
    compact_ = compact;
    showFigures();
}

void EntryList::showFigures()
{
    for (const auto& [page, figure] : figures_.asKeyValueRange()) {
        QStandardItem* item = model_->itemFromIndex(indexOf(page));
        item->setData(compact_ && page == PageId::Record ? QString() : figure, FigureRole);
        item->setData(figure.isEmpty() ? item->text() : tr("%1, %2").arg(item->text(), figure),
                      Qt::AccessibleTextRole);
    }
}

void EntryList::setChosen(const std::optional<PageId>& page)
{
    const QScopedValueRollback guard(restoring_, true);
    if (page)
        setCurrentIndex(indexOf(*page));
    else
        selectionModel()->clear();
}

std::optional<PageId> EntryList::chosen() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? std::optional(PageId(index.data(PageIdRole).toInt())) : std::nullopt;
}

int EntryList::rows() const
{
    return model_->rowCount();
}

QSize EntryList::sizeHint() const
{
    return {160, rows() * scaledHeight(fontMetrics(), RowHeight)};
}

QModelIndex EntryList::indexOf(PageId page) const
{
    for (int row = 0; row < model_->rowCount(); ++row)
        if (model_->index(row, 0).data(PageIdRole).toInt() == int(page))
            return model_->index(row, 0);
    return {};
}

} // namespace parcferme
