#pragma once

#include <QPixmap>
#include <QWidget>

namespace parcferme {

// A table's row as it is carried: over the window, a little to the left of where it came from, with a frame
// and a shadow.
class LiftedRow : public QWidget
{
    Q_OBJECT
public:
    explicit LiftedRow(QWidget* window);

    // place: of the row itself, in the window.
    void showRow(const QPixmap& row, const QRect& place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPixmap row_;
};

} // namespace parcferme
