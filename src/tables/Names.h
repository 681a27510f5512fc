#pragma once

#include "tracker/Views.h"

#include <QSet>
#include <QString>

namespace parcferme {

// What people read for an id; the id itself where nothing better is known.
QString driverName(const People& people, const QString& driver);
QString familyName(const People& people, const QString& driver);
QString driverCode(const People& people,
                   const QString& driver); // three letters; from the family name if unknown
QString teamName(const People& people, const QString& team);
QString teamColour(const People& people, const QString& team); // "#rrggbb" or empty

// Whom the judging leaves out, as a sentence; empty when nobody.
QString leftOutText(const EvaluationView& view, const People& people);

// A country of the facts in the language of the window; as it is when it is not known.
QString countryName(const QString& country);
QString localityName(const QString& locality); // where this language has a word of its own
// Name, locality and country, a line each: what a list of races says of one when asked.
QString placeLines(const Race& race);
// A race in a list: "Spain" for the Spanish Grand Prix, "Las Vegas" for the Las Vegas Grand Prix.
QString shortRaceName(const Race& race);

// Drivers drawn hollow and dashed: of each team all but the lowest car number (unknown numbers last, then by
// id).
QSet<QString> secondCars(const std::vector<PredictionEntry>& entries, const People& people);

// An input of the strength (a name of Forecast::inputNames) and what it is, in a sentence: the name itself
// and nothing where this program does not know it.
QString inputTitle(const std::string& input);
QString inputMeaning(const std::string& input);

// "Before qualifying", "Qualifying", "Grid".
QString stageName(predictor::Stage stage);

} // namespace parcferme
