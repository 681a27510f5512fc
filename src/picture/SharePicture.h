#pragma once

#include "domain/Prediction.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace parcferme {

// What a picture to share shows, word for word: the painter sets it, the accessible text reads it out, and
// neither adds a fact.
struct SharePicture
{
    enum class Moment { Before, After }; // of the race
    // One order, or two of them, beside each other.
    enum class Body { Chances, Two };
    enum class Tone { Plain, Better, Worse };

    struct Chance
    {
        double share = 0;
        QString text; // in percent
    };
    struct Row
    {
        int place = 0;
        QString driver;
        QString team;       // its name; shown where no chances are
        QString teamColour; // "#rrggbb" or empty
        bool secondCar = false;
        std::vector<Chance> chances; // as chanceHeads
    };
    // From a place that was told to the place that it became. Beyond the tenth: outside the picture.
    struct Link
    {
        int from = 0;
        int to = 0;
        Tone tone = Tone::Plain;
    };
    struct Fact
    {
        QString label;
        QString strong;
        QString text;
    };
    struct Check
    {
        bool right = false; // marked with a tick
        QString strong;
        QString text;
    };

    Moment moment = Moment::Before;
    Body body = Body::Chances;
    PredictionKind kind = PredictionKind::Preview;
    bool own = false; // a person's order, not the model's
    QString title, badge, place;

    QString toldHead;
    QStringList chanceHeads;
    std::vector<Row> told; // the first ten
    QString becameHead;    // from here on: of two orders only
    std::vector<Row> became;
    std::vector<Link> links;
    QStringList fellOut; // "Russell 22 (retired)"
    QString fellOutHead; // "Out of the top ten:"

    QString figure, unit, caption;
    Fact comparison; // strong in its tone
    Tone comparisonTone = Tone::Plain;
    std::vector<Check> checks;
    std::vector<Fact> facts;

    Fact made; // locked or computed: label, moment, what it means
    QString stamp;
    QByteArray hash; // whole; empty: not stored
    QString howToCheck;
    QString program, promise, source; // at the foot
};

// The first twelve digits of a hash in three groups.
QString shortDigits(const QByteArray& hash);

// The whole picture in words, for who cannot see it.
QString accessibleText(const SharePicture& picture);

} // namespace parcferme
