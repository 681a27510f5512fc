#pragma once

#include "tracker/Views.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace parcferme {

// The starting grid by hand: the qualifying order as rows to be dragged or moved by keys, and a column for
// penalties.
class GridDialog : public QDialog
{
    Q_OBJECT
public:
    explicit GridDialog(const RacePage& page, QWidget* parent = nullptr);

Q_SIGNALS:
    // Empty: remove the grid that was entered before.
    void gridChosen(const std::vector<parcferme::ManualGrid::Slot>& places);

private:
    void fill(const RacePage& page);
    void showPlaces();
    void move(int rows);
    void save();

    QTreeWidget* rows_;
    QLabel* problem_;
    QPushButton* save_;
    std::vector<ManualGrid::Slot> places_;
    bool showing_ = false;
};

} // namespace parcferme
