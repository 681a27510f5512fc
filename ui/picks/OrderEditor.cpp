#include "ui/picks/OrderEditor.h"

#include <QUndoCommand>

namespace parcferme {

// From one order to another. An order is small: both are kept whole.
class OrderEditor::Step : public QUndoCommand
{
public:
    // driver: who was moved; nobody when it is the whole order.
    Step(OrderEditor& editor, PickOrder before, PickOrder after, QString driver, const QString& words)
        : QUndoCommand(words), editor_(editor), before_(std::move(before)), after_(std::move(after)),
          driver_(std::move(driver))
    {
    }

    void redo() override
    {
        editor_.show(after_);
        tell(before_, after_, std::exchange(first_, false) ? text() : tr("Made again: %1").arg(text()));
    }
    void undo() override
    {
        editor_.show(before_);
        tell(after_, before_, tr("Undone: %1").arg(text()));
    }

private:
    void tell(const PickOrder& from, const PickOrder& to, const QString& words)
    {
        Q_EMIT editor_.announced(driver_.isEmpty() ? words : editor_.movedWords(driver_, from, to));
        Q_EMIT editor_.settled();
    }

    OrderEditor& editor_;
    PickOrder before_, after_;
    QString driver_;
    bool first_ = true;
};

OrderEditor::OrderEditor(QObject* parent) : QObject(parent) {}

void OrderEditor::open(const PickOrder& order, NameOf nameOf)
{
    nameOf_ = std::move(nameOf);
    lifted_.clear();
    steps_.clear();
    show(order);
}

void OrderEditor::setEditable(bool editable)
{
    if (editable_ == editable)
        return;
    if (!editable)
        putBack();
    editable_ = editable;
    Q_EMIT changed();
}

void OrderEditor::show(const PickOrder& order)
{
    order_ = order;
    Q_EMIT changed();
}

void OrderEditor::step(const PickOrder& to, const QString& driver, const QString& words)
{
    if (editable_ && to != order_)
        steps_.push(new Step(*this, order_, to, driver, words));
}

void OrderEditor::move(const QString& driver, int to)
{
    const int row = order_.rowOf(driver);
    if (row < 0 || to < 0 || to >= order_.size())
        return;
    putBack();
    const PickOrder after = order_.moved(row, to);
    step(after, driver, movedWords(driver, order_, after));
}

void OrderEditor::clear(const QString& driver)
{
    const int row = order_.rowOf(driver);
    if (row < 0)
        return;
    putBack();
    const PickOrder after = order_.cleared(row);
    step(after, driver, movedWords(driver, order_, after));
}

void OrderEditor::startFrom(const PickOrder& order, const QString& words)
{
    putBack();
    step(order, {}, words);
}

void OrderEditor::undo()
{
    putBack();
    if (editable_)
        steps_.undo();
}

void OrderEditor::redo()
{
    putBack();
    if (editable_)
        steps_.redo();
}

void OrderEditor::lift(const QString& driver)
{
    if (!editable_ || order_.rowOf(driver) < 0 || lifted_ == driver)
        return;
    drop();
    lifted_ = driver;
    beforeLift_ = order_;
    Q_EMIT changed();
    Q_EMIT announced(tr("%1 lifted, %2").arg(nameOf_(driver), placeWords(driver, order_)));
}

void OrderEditor::carry(int to)
{
    const int row = order_.rowOf(lifted_);
    if (row < 0 || to < 0 || to >= order_.size() || (to == row && order_.placedAt(row)))
        return;
    // From where he was lifted: on his way he leaves no trace.
    const PickOrder before = order_;
    show(beforeLift_.moved(beforeLift_.rowOf(lifted_), to));
    Q_EMIT announced(movedWords(lifted_, before, order_));
}

void OrderEditor::drop()
{
    if (lifted_.isEmpty())
        return;
    const QString driver = std::exchange(lifted_, QString());
    const PickOrder after = order_;
    order_ = beforeLift_; // where the step begins
    if (after == beforeLift_) {
        Q_EMIT changed();
        Q_EMIT announced(tr("%1 dropped, %2").arg(nameOf_(driver), placeWords(driver, order_)));
        return;
    }
    step(after, driver, movedWords(driver, beforeLift_, after));
}

void OrderEditor::putBack()
{
    if (lifted_.isEmpty())
        return;
    const QString driver = std::exchange(lifted_, QString());
    show(beforeLift_);
    Q_EMIT announced(tr("%1 put back, %2").arg(nameOf_(driver), placeWords(driver, order_)));
}

QString OrderEditor::placeWords(const QString& driver, const PickOrder& order) const
{
    const int row = order.rowOf(driver);
    return row >= 0 && order.placedAt(row) ? tr("place %1").arg(row + 1) : tr("without a place");
}

// "Max Verstappen, now 3, was 6."
QString OrderEditor::movedWords(const QString& driver, const PickOrder& before, const PickOrder& after) const
{
    const int from = before.rowOf(driver);
    const int to = after.rowOf(driver);
    const bool had = before.placedAt(from);
    const bool has = after.placedAt(to);
    const QString name = nameOf_(driver);
    if (!has)
        return tr("%1, now without a place, was %2.").arg(name).arg(from + 1);
    return had ? tr("%1, now %2, was %3.").arg(name).arg(to + 1).arg(from + 1)
               : tr("%1, now %2, had no place.").arg(name).arg(to + 1);
}

} // namespace parcferme
