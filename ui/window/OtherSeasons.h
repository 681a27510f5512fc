#pragma once

#include "domain/Race.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;

namespace parcferme {

// Under the races of the season while something is searched: how many of them it means, and the races of
// other seasons that it means too.
class OtherSeasons : public QWidget
{
    Q_OBJECT
public:
    explicit OtherSeasons(QWidget* parent = nullptr);

    // here: found in the season at hand, of its races.
    void show(int season, int here, int of, const std::vector<Race>& others);
    bool hasRaces() const;
    void enter(); // with the keyboard, at the first
    void openFirst();
    QString words() const;
    QListWidget* list() const { return list_; }

Q_SIGNALS:
    void raceChosen(int season, parcferme::RaceId race);
    void left(); // upwards, with the keyboard

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int row);

    std::vector<Race> races_;
    QLabel* words_;
    QListWidget* list_;
};

} // namespace parcferme
