#pragma once

#include "ui/table/TableView.h"

#include <QPointer>
#include <QTimer>

#include <optional>

namespace parcferme {

class LiftedRow;
class OrderEditor;

// The rows of an order, to be dragged or moved by keys: Up and Down choose, with Alt they move the row, as do
// Alt+Home and Alt+End; Space lifts and drops, Escape puts back; digits and Enter move to that place; Delete
// empties it. Each move is said to screen readers.
class OrderView : public TableView
{
    Q_OBJECT
public:
    OrderView(const QString& name, TableModel* model, OrderEditor& editor, Preferences& preferences,
              QWidget* parent = nullptr);
    ~OrderView() override;

    const QString& typedPlace() const { return typed_; }

Q_SIGNALS:
    void placeTyped(const QString& digits); // empty: no more
    void said(const QString& words);        // to screen readers

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    class Delegate;
    bool moveByKey(const QKeyEvent& event);
    bool liftedByKey(const QKeyEvent& event);
    bool typeDigit(const QKeyEvent& event);
    void say(const QString& words);
    void setTyped(const QString& digits);
    void goToTyped();
    void pressButton(const QModelIndex& index);
    QString driverAt(int row) const;
    int currentRow() const { return currentIndex().row(); }
    void dragTo(int y);
    void scrollAtEdge();
    void followOrder();
    void showLifted();
    QPixmap pictureOf(int row);

    OrderEditor& editor_;
    QString typed_;
    // While the mouse is down on a row.
    std::optional<QPoint> pressed_;
    int grabbedAt_ = 0; // from the top of the row
    int mouseY_ = 0;
    QTimer edge_;
    QPointer<LiftedRow> lifted_; // a child of the window
    bool picturing_ = false;
};

} // namespace parcferme
