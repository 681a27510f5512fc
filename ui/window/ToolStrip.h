#pragma once

#include "ui/session/PredictOffer.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace parcferme {

struct Actions;

// The line under the menu: season, search, and buttons for three actions of the Race and Tools menus. They
// are enabled as their actions are.
class ToolStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ToolStrip(const Actions& actions, QWidget* parent = nullptr);

    void setPredict(const PredictOffer& offer);
    void setSeasons(const std::vector<int>& seasons, int current);
    PredictOffer::Role predictRole() const { return offer_.role; }
    // The race's result should be out and is not here: fetching it is what is to be done now.
    void setSyncDue(bool due);
    bool isSyncDue() const { return syncDue_; }

    QComboBox* seasonBox() const { return season_; }
    QLineEdit* search() const { return search_; }
    QPushButton* predictButton() const { return predict_; }
    QPushButton* syncButton() const { return sync_; }
    QPushButton* syncSeasonButton() const { return syncSeason_; }

Q_SIGNALS:
    void seasonChosen(int year);
    void searchChanged(const QString& text);
    void searchLeft();    // downwards, to what is found
    void searchEntered(); // what is found is to be opened

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* predictAction() const;
    void showPredict();
    void showSync();

    const Actions& actions_;
    QComboBox* season_;
    QLineEdit* search_;
    QPushButton* predict_;
    QPushButton* sync_;
    QPushButton* syncSeason_;
    PredictOffer offer_;
    bool syncDue_ = false;
};

} // namespace parcferme
