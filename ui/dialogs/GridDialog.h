#pragma once

#include "tracker/Views.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace parcferme {

// The starting grid by hand: the qualifying order as rows to be dragged or moved by keys, and a column for
// penalties. Without qualifying the rows are the drivers of the race before, who can be taken off, and others
// added by name. What the forecast makes of it stands beside it while it is edited.
class GridDialog : public QDialog
{
    Q_OBJECT
public:
    explicit GridDialog(const RaceDetails& page, QWidget* parent = nullptr);

    void showForecast(const std::shared_ptr<const ForecastView>& forecast);
    void showRefusal(const Error& error);
    void addDriver(const Driver& driver); // at the end

Q_SIGNALS:
    // While editing, when it has come to a rest: to be forecast, not to be stored.
    void gridChanged(const std::vector<parcferme::ManualGrid::Slot>& places);
    // Empty: remove the grid that was entered before.
    // additions: who was added by name.
    void gridChosen(const std::vector<parcferme::ManualGrid::Slot>& places,
                    const std::vector<parcferme::Driver>& additions);
    // Somebody is to be added: addDriver() or showRefusal() answers.
    void driverWanted(const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTreeWidgetItem* addRow(const QString& driver, const QString& name, const QString& qualified,
                            const QString& penalty);
    QWidget* makeFieldTools();
    void wantDriver();
    void removeDriver();
    void fill(const RaceDetails& page);
    void showPlaces();
    void move(int rows);
    void save();

    QTreeWidget* rows_;
    QLabel* problem_;
    QPushButton* save_;
    QTimer rest_;
    QLineEdit* name_ = nullptr; // of somebody to be added; only without qualifying
    std::vector<ManualGrid::Slot> places_;
    std::vector<Driver> additions_;
    bool showing_ = false;
};

} // namespace parcferme
