#pragma once

#include "domain/Race.h"

#include <QStringList>

namespace parcferme {

// Text as words to compare: lower case, no accents, one blank between them, "GP" spelled out
// ("São Paulo GP" -> "sao paulo grand prix"; "Spa-Francorchamps" -> "spa francorchamps").
QString wordsOf(const QString& text);

// The same without what says little: "grand prix", "of", "the". Empty when there is nothing else.
QString tellingWords(const QString& words);

// Everything that a race is called, as words, each with and without what says little.
struct RaceNames
{
    QStringList race;  // of the Grand Prix itself
    QStringList place; // of its circuit, locality and country, the usual ones of resources/names too
};
RaceNames namesOf(const Race& race);

} // namespace parcferme
