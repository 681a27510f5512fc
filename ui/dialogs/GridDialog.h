#pragma once

#include "tracker/Views.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace parcferme {

// The starting grid by hand: the qualifying order as rows to be dragged or moved by keys, and a column for
// penalties. What the forecast makes of it stands beside it while it is edited.
class GridDialog : public QDialog
{
    Q_OBJECT
public:
    explicit GridDialog(const RaceDetails& page, QWidget* parent = nullptr);

    void showForecast(const std::shared_ptr<const ForecastView>& forecast);
    void showRefusal(const Error& error);

Q_SIGNALS:
    // While editing, when it has come to a rest: to be forecast, not to be stored.
    void gridChanged(const std::vector<parcferme::ManualGrid::Slot>& places);
    // Empty: remove the grid that was entered before.
    void gridChosen(const std::vector<parcferme::ManualGrid::Slot>& places);

private:
    void fill(const RaceDetails& page);
    void showPlaces();
    void move(int rows);
    void save();

    QTreeWidget* rows_;
    QLabel* problem_;
    QPushButton* save_;
    QTimer rest_;
    std::vector<ManualGrid::Slot> places_;
    bool showing_ = false;
};

} // namespace parcferme
