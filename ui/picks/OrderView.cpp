#include "ui/picks/OrderView.h"

#include "tables/PickOrderModel.h"
#include "tables/SortFilterModel.h"
#include "ui/picks/LiftedRow.h"
#include "ui/picks/OrderEditor.h"
#include "ui/table/CellDelegate.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Announcement.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace parcferme {

namespace {

constexpr int EdgeScrollMs = 60;
constexpr int MostDigits = 2;

} // namespace

// Where somebody is lifted from, there is nothing.
class OrderView::Delegate : public CellDelegate
{
public:
    Delegate(const OrderView& view, QObject* parent) : CellDelegate(parent), view_(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString& lifted = view_.editor_.lifted();
        if (view_.picturing_ || lifted.isEmpty() || view_.driverAt(index.row()) != lifted)
            return CellDelegate::paint(painter, option, index);
        const Tokens& theme = tokens(option.palette);
        painter->fillRect(option.rect, theme.window);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          theme.grid);
    }

private:
    const OrderView& view_;
};

OrderView::OrderView(const QString& name, TableModel* model, OrderEditor& editor, Preferences& preferences,
                     QWidget* parent)
    : TableView(name, model, -1, preferences, parent), editor_(editor)
{
    setSortable(false);
    setSelectionMode(SingleSelection);
    setItemDelegate(new Delegate(*this, this));
    edge_.setInterval(EdgeScrollMs);
    connect(&edge_, &QTimer::timeout, this, &OrderView::scrollAtEdge);
    connect(this, &QAbstractItemView::clicked, this, &OrderView::pressButton);
    connect(&editor_, &OrderEditor::announced, this, &OrderView::say);
    // After the model has taken the new order.
    connect(&editor_, &OrderEditor::changed, this, &OrderView::followOrder, Qt::QueuedConnection);
}

OrderView::~OrderView()
{
    delete lifted_;
}

QString OrderView::driverAt(int row) const
{
    return sorted()->index(row, 0).data(DriverRole).toString();
}

bool OrderView::event(QEvent* event)
{
    // The window has shortcuts of the same keys: on a row they mean the row.
    if (event->type() == QEvent::ShortcutOverride && editor_.isEditable()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool moves =
            key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down ||
                                                    key->key() == Qt::Key_Home || key->key() == Qt::Key_End);
        const bool ends = key->key() == Qt::Key_Escape && (!editor_.lifted().isEmpty() || !typed_.isEmpty());
        if (moves || ends || key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return TableView::event(event);
}

void OrderView::keyPressEvent(QKeyEvent* event)
{
    if (!editor_.isEditable() || currentRow() < 0)
        return TableView::keyPressEvent(event);
    if (event->matches(QKeySequence::Undo))
        return editor_.undo();
    if (event->matches(QKeySequence::Redo))
        return editor_.redo();
    if (moveByKey(*event) || liftedByKey(*event) || typeDigit(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Space:
        if (editor_.lifted().isEmpty())
            editor_.lift(driverAt(currentRow()));
        else
            editor_.drop();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return editor_.clear(driverAt(currentRow()));
    default:
        setTyped({});
        TableView::keyPressEvent(event);
    }
}

bool OrderView::moveByKey(const QKeyEvent& event)
{
    if (event.modifiers().testFlag(Qt::AltModifier) == false)
        return false;
    const QString driver = driverAt(currentRow());
    switch (event.key()) {
    case Qt::Key_Up:
        editor_.move(driver, currentRow() - 1);
        return true;
    case Qt::Key_Down:
        editor_.move(driver, currentRow() + 1);
        return true;
    case Qt::Key_Home:
        editor_.move(driver, 0);
        return true;
    case Qt::Key_End:
        editor_.move(driver, editor_.order().size() - 1);
        return true;
    default:
        return false;
    }
}

bool OrderView::liftedByKey(const QKeyEvent& event)
{
    if (editor_.lifted().isEmpty())
        return false;
    const int row = editor_.order().rowOf(editor_.lifted());
    switch (event.key()) {
    case Qt::Key_Up:
        editor_.carry(row - 1);
        return true;
    case Qt::Key_Down:
        editor_.carry(row + 1);
        return true;
    case Qt::Key_Home:
        editor_.carry(0);
        return true;
    case Qt::Key_End:
        editor_.carry(editor_.order().size() - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!typed_.isEmpty())
            return false; // to that place
        editor_.drop();
        return true;
    case Qt::Key_Escape:
        pressed_.reset(); // the mouse may still be down: it drags no more
        edge_.stop();
        editor_.putBack();
        return true;
    default:
        return false;
    }
}

bool OrderView::typeDigit(const QKeyEvent& event)
{
    const bool plain = !(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const QString text = event.text();
    if (plain && text.size() == 1 && text.front().isDigit() && typed_.size() < MostDigits) {
        setTyped(typed_ + text);
        say(tr("To place %1 with Enter").arg(typed_));
        return true;
    }
    if (typed_.isEmpty())
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goToTyped();
        return true;
    case Qt::Key_Backspace:
        setTyped(typed_.chopped(1));
        return true;
    case Qt::Key_Escape:
        setTyped({});
        return true;
    default:
        return false;
    }
}

void OrderView::say(const QString& words)
{
    announce(this, words);
    Q_EMIT said(words);
}

void OrderView::setTyped(const QString& digits)
{
    if (typed_ == digits)
        return;
    typed_ = digits;
    Q_EMIT placeTyped(typed_);
}

void OrderView::goToTyped()
{
    const int place = typed_.toInt();
    setTyped({});
    if (place < 1 || place > editor_.order().size())
        return say(tr("There is no place %1.").arg(place));
    editor_.move(driverAt(currentRow()), place - 1);
}

void OrderView::pressButton(const QModelIndex& index)
{
    const QString key = sorted()->headerData(index.column(), Qt::Horizontal, ColumnKeyRole).toString();
    if (key == QLatin1StringView("up"))
        editor_.move(driverAt(index.row()), index.row() - 1);
    else if (key == QLatin1StringView("down"))
        editor_.move(driverAt(index.row()), index.row() + 1);
}

void OrderView::mousePressEvent(QMouseEvent* event)
{
    TableView::mousePressEvent(event);
    setTyped({});
    const QModelIndex at = indexAt(event->position().toPoint());
    const bool button = CellStyle(sorted()->headerData(at.column(), Qt::Horizontal, CellStyleRole).toInt()) ==
                        CellStyle::Button;
    pressed_.reset();
    if (event->button() != Qt::LeftButton || !at.isValid() || button || !editor_.isEditable())
        return;
    pressed_ = event->position().toPoint();
    grabbedAt_ = pressed_->y() - rowViewportPosition(at.row());
}

void OrderView::mouseMoveEvent(QMouseEvent* event)
{
    if (!pressed_)
        return TableView::mouseMoveEvent(event);
    const QPoint at = event->position().toPoint();
    if (editor_.lifted().isEmpty()) {
        if ((at - *pressed_).manhattanLength() < QApplication::startDragDistance())
            return;
        editor_.lift(driverAt(rowAt(pressed_->y())));
    }
    dragTo(at.y());
}

void OrderView::mouseReleaseEvent(QMouseEvent* event)
{
    edge_.stop();
    const bool dragged = pressed_ && !editor_.lifted().isEmpty();
    pressed_.reset();
    if (dragged)
        return editor_.drop();
    TableView::mouseReleaseEvent(event);
}

// The row goes with the pointer; its place is the one that its middle is over.
void OrderView::dragTo(int y)
{
    mouseY_ = y;
    const int height = verticalHeader()->defaultSectionSize();
    const int middle = std::clamp(y - grabbedAt_ + height / 2, 0, viewport()->height() - 1);
    const int row = rowAt(middle);
    editor_.carry(row < 0 ? editor_.order().size() - 1 : row);
    showLifted();
    const bool atEdge = y < 0 || y > viewport()->height();
    if (atEdge && !edge_.isActive())
        edge_.start();
    else if (!atEdge)
        edge_.stop();
}

void OrderView::scrollAtEdge()
{
    const int step = verticalHeader()->defaultSectionSize();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (mouseY_ < 0 ? -step : step));
    dragTo(mouseY_);
}

void OrderView::focusOutEvent(QFocusEvent* event)
{
    TableView::focusOutEvent(event);
    edge_.stop();
    pressed_.reset();
    setTyped({});
    editor_.drop();
}

void OrderView::resizeEvent(QResizeEvent* event)
{
    TableView::resizeEvent(event);
    showLifted();
}

void OrderView::scrollContentsBy(int dx, int dy)
{
    TableView::scrollContentsBy(dx, dy);
    showLifted();
}

void OrderView::followOrder()
{
    if (currentIndex().isValid() && !pressed_)
        scrollTo(currentIndex());
    viewport()->update();
    showLifted();
}

void OrderView::showLifted()
{
    const int row = editor_.order().rowOf(editor_.lifted());
    if (row < 0 || row >= sorted()->rowCount()) {
        if (lifted_)
            lifted_->hide();
        return;
    }
    if (!lifted_)
        lifted_ = new LiftedRow(window());
    const int height = verticalHeader()->defaultSectionSize();
    int top = pressed_ ? mouseY_ - grabbedAt_ : rowViewportPosition(row);
    top = std::clamp(top, 0, std::max(0, viewport()->height() - height));
    const QPixmap picture = pictureOf(row);
    lifted_->showRow(picture,
                     {viewport()->mapTo(window(), QPoint(0, top)), picture.deviceIndependentSize().toSize()});
}

// As it looks when it is selected.
QPixmap OrderView::pictureOf(int row)
{
    const int right = std::min(viewport()->width(), horizontalHeader()->length());
    const QSize size(right, verticalHeader()->defaultSectionSize());
    QPixmap picture(size * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    picturing_ = true;
    QPainter painter(&picture);
    for (int column = 0; column < sorted()->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.rect = QRect(columnViewportPosition(column), 0, columnWidth(column), size.height());
        option.state |= QStyle::State_Selected;
        option.state &= ~QStyle::State_HasFocus;
        itemDelegate()->paint(&painter, option, sorted()->index(row, column));
    }
    picturing_ = false;
    return picture;
}

} // namespace parcferme
