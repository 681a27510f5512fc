#include "domain/Warning.h"

#include <algorithm>
#include <array>

namespace parcferme {

namespace {

struct Known
{
    Warning::Code code;
    const char* word;
    const char* sentence;
};

using Code = Warning::Code;
constexpr std::array KnownWarnings = std::to_array<Known>({
    {Code::LowCoverage, "low_coverage",
     QT_TRANSLATE_NOOP("Warnings", "Of the inputs %1 % are observed, under %2 %.")},
    {Code::LargeGap, "large_gap", QT_TRANSLATE_NOOP("Warnings", "A predicted gap is %1 laps, over %2 laps.")},
    {Code::SprintGridUnknown, "sprint_grid_unknown",
     QT_TRANSLATE_NOOP("Warnings",
                       "The grid of the sprint is not known: this forecast is much worse than one with it.")},
    {Code::ProvisionalField, "provisional_field",
     QT_TRANSLATE_NOOP("Warnings", "The field is that of the race before, and provisional.")},
    {Code::EarlierRacesUnknown, "earlier_races_unknown",
     QT_TRANSLATE_NOOP("Warnings", "Earlier races of the season that are not known: %1; the ratings stand "
                                   "where they stood before them.")},
    {Code::NotInQualifying, "not_in_qualifying",
     QT_TRANSLATE_NOOP("Warnings", "Without a row in qualifying, in the field as in the race before: %1.")},
    {Code::RegularsMissing, "regulars_missing",
     QT_TRANSLATE_NOOP("Warnings", "In the race before and not in this field: %1.")},
    {Code::LapsOfLastRace, "laps_of_last_race",
     QT_TRANSLATE_NOOP("Warnings", "The number of laps is that of the circuit's last race.")},
    {Code::LapsByRule, "laps_by_rule",
     QT_TRANSLATE_NOOP("Warnings", "The number of laps follows from the circuit's length and the rules.")},
    {Code::LapsUnknown, "laps_unknown",
     QT_TRANSLATE_NOOP("Warnings", "The number of laps is not known: no times are given.")},
    {Code::PaceUnknown, "pace_unknown",
     QT_TRANSLATE_NOOP("Warnings", "No pace is known of this course: no times are given.")},
    {Code::ClockAhead, "clock_ahead",
     QT_TRANSLATE_NOOP("Warnings", "The machine's clock is %1 s ahead of the source's.")},
    {Code::ClockBehind, "clock_behind",
     QT_TRANSLATE_NOOP("Warnings", "The machine's clock is %1 s behind the source's.")},
    {Code::AsRecorded, "as_recorded", nullptr},
});

const Known& known(Code code)
{
    return *std::ranges::find(KnownWarnings, code, &Known::code);
}

} // namespace

QString toString(Warning::Code code)
{
    return QString::fromLatin1(known(code).word);
}

Result<Warning::Code> warningCodeFromString(const QString& text)
{
    for (const Known& each : KnownWarnings)
        if (text == QLatin1StringView(each.word))
            return each.code;
    return fail(ErrorCode::Data, QStringLiteral("\"%1\" is no code of a warning.").arg(text));
}

const char* sentencePattern(Warning::Code code)
{
    return known(code).sentence;
}

QString englishSentence(const Warning& warning)
{
    if (warning.code == Code::AsRecorded)
        return warning.recorded;
    QString text = QString::fromLatin1(sentencePattern(warning.code));
    for (const int value : warning.values)
        text = text.arg(value);
    return text;
}

QStringList englishSentences(const std::vector<Warning>& warnings)
{
    QStringList texts;
    for (const Warning& warning : warnings)
        texts << englishSentence(warning);
    return texts;
}

} // namespace parcferme
