#pragma once

#include "tracker/PickViews.h"

#include <QSet>
#include <QStringList>

namespace parcferme {

// An order of the field that was told before the start, and how it was judged: all that a picture needs to
// know about who told it.
struct ToldOrder
{
    struct Place
    {
        QString driver;
        QString team;
        std::optional<double> pWin, pPodium, pPoints; // nothing: no chances were told
    };
    struct Judgement
    {
        int revision = 0; // of the result
        int starters = 0;
        double meanError = 0; // places
        bool winnerRight = false;
        std::optional<double> winnersChance; // that was given to who won
        int onPodium = 0;                    // of 3
        int inPoints = 0;                    // of 10
    };

    std::vector<Place> places; // by position
    QString player;            // empty: the model
    // Of a person: Live counts, Void is too late, a Preview is a draft.
    PredictionKind kind = PredictionKind::Preview;
    QDateTime at;    // when it was locked or computed
    QByteArray hash; // empty: not stored
    std::optional<Voucher> voucher;
    std::optional<Judgement> judgement; // against the newest result
    std::optional<double> gridError;    // mean error of the grid order beside it
};

// The model's prediction.
ToldOrder toldByModel(const RaceDetails& race, const ForecastView& forecast);
// A person's picks, whose order is shown.
ToldOrder toldByPlayer(const RaceDetails& race, const PickView& pick);

QStringList orderOf(const ToldOrder& told); // ids of the drivers
// Those drawn hollow: see secondCars() of the tables.
QSet<QString> secondCars(const ToldOrder& told, const People& people);

} // namespace parcferme
