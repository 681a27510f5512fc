#pragma once

#include "core/Error.h"

#include <QStringList>

#include <vector>

namespace parcferme {

// What a user should know of how a forecast came about. It is stored as a code with its figures and becomes a
// sentence only where it is shown, in the language of who reads it.
struct Warning
{
    enum class Code {
        LowCoverage,         // per cent of the inputs that were observed, the least that raises no warning
        LargeGap,            // laps, the most that raise no warning
        SprintGridUnknown,   // no figure
        ProvisionalField,    // no figure
        EarlierRacesUnknown, // races of the season
        NotInQualifying,     // drivers
        RegularsMissing,     // drivers
        LapsOfLastRace,      // no figure
        LapsByRule,          // no figure
        LapsUnknown,         // no figure
        PaceUnknown,         // no figure
        ClockAhead,          // seconds
        ClockBehind,         // seconds
        AsRecorded,          // of a record of format 1, which holds a sentence
    };

    Code code = Code::AsRecorded;
    std::vector<int> values;
    QString recorded; // the sentence of AsRecorded, else empty

    bool operator==(const Warning&) const = default;
};

QString toString(Warning::Code code);                             // low_coverage, ...; as it is stored
Result<Warning::Code> warningCodeFromString(const QString& text); // Errors: Data, naming the word

// The English sentence with %1, %2 for the values; also the key of its translations, context "Warnings".
// Null for AsRecorded.
const char* sentencePattern(Warning::Code code);

QString englishSentence(const Warning& warning);
QStringList englishSentences(const std::vector<Warning>& warnings);

} // namespace parcferme
