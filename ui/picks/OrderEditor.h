#pragma once

#include "ui/picks/PickOrder.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <optional>

namespace parcferme {

// An order while it is edited: moved, with every step to be undone, and with somebody lifted who is carried
// about until he is dropped or put back. What it did it says in words, for those who do not see it.
class OrderEditor : public QObject
{
    Q_OBJECT
public:
    using NameOf = std::function<QString(const QString& driver)>;

    explicit OrderEditor(QObject* parent = nullptr);

    // Begins with this one: there is nothing to undo.
    void open(const PickOrder& order, NameOf nameOf);
    const PickOrder& order() const { return order_; }
    bool isEditable() const { return editable_; }
    void setEditable(bool editable);
    QUndoStack& steps() { return steps_; }

    // Places are rows, from 0; others than there are do nothing.
    void move(const QString& driver, int to);
    void clear(const QString& driver);
    void startFrom(const PickOrder& order, const QString& words);
    void undo();
    void redo();

    void lift(const QString& driver);
    const QString& lifted() const { return lifted_; } // empty: nobody
    void carry(int to);
    void drop();
    void putBack();

Q_SIGNALS:
    void changed(); // the order, who is lifted, or whether it can be edited
    void settled(); // a step was made, undone or made again: the order is to be kept
    void announced(const QString& words);

private:
    class Step;
    void show(const PickOrder& order);
    void step(const PickOrder& to, const QString& driver, const QString& words);
    QString movedWords(const QString& driver, const PickOrder& before, const PickOrder& after) const;
    QString placeWords(const QString& driver, const PickOrder& order) const;

    PickOrder order_;
    NameOf nameOf_;
    QUndoStack steps_;
    bool editable_ = true;
    QString lifted_;
    PickOrder beforeLift_;
};

} // namespace parcferme
