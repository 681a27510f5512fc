#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace parcferme {

// The line under the menu: season, search, and the three buttons of the program's work.
class ToolStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ToolStrip(QWidget* parent = nullptr);

    // What the first button does now.
    enum class PredictRole { Freeze, Preview, Retrospect, Done, Unavailable };
    void setPredict(PredictRole role, const QString& reason);
    void setSeasons(const std::vector<int>& seasons, int current);
    void setBusy(bool busy);
    void setHasRace(bool hasRace, bool canSync);
    PredictRole predictRole() const { return role_; }

    QComboBox* seasonBox() const { return season_; }
    QLineEdit* search() const { return search_; }
    QPushButton* predictButton() const { return predict_; }
    QPushButton* syncButton() const { return sync_; }
    QPushButton* syncSeasonButton() const { return syncSeason_; }

Q_SIGNALS:
    void seasonChosen(int year);
    void searchChanged(const QString& text);
    void predictPressed();
    void syncPressed();
    void syncSeasonPressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showPredict();
    void enable();

    QComboBox* season_;
    QLineEdit* search_;
    QPushButton* predict_;
    QPushButton* sync_;
    QPushButton* syncSeason_;
    PredictRole role_ = PredictRole::Unavailable;
    QString reason_;
    bool busy_ = false;
    bool hasRace_ = false;
    bool canSync_ = false;
};

} // namespace parcferme
