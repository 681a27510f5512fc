#include "source/jolpica/ClassificationRules.h"

#include <algorithm>

namespace parcferme {

namespace {

bool isNumber(const QString& text)
{
    return !text.isEmpty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

bool isOneOf(const QString& text, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](QLatin1StringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; });
}

// "R" covers everyone without a place; the status says who ran to the end, and who never ran.
Classification withoutPlace(const QString& status, std::optional<int> laps)
{
    using namespace Qt::StringLiterals;
    const bool ran = laps.value_or(0) > 0;
    if (isOneOf(status, {"Did not qualify"_L1, "Did not prequalify"_L1, "107% Rule"_L1}))
        return Classification::DidNotQualify;
    if (!ran && isOneOf(status, {"Did not start"_L1, "Withdrew"_L1}))
        return Classification::DidNotStart;
    if (isOneOf(status, {"Disqualified"_L1}))
        return Classification::Disqualified;
    if (isOneOf(status, {"Excluded"_L1}))
        return Classification::Excluded;
    const bool tooFewLaps = isOneOf(status, {"Not classified"_L1, "Lapped"_L1, "Finished"_L1}) ||
                            status.startsWith(QLatin1Char('+'));
    return tooFewLaps ? Classification::NotClassified : Classification::Retired;
}

} // namespace

std::optional<Classification> classificationOf(const QString& positionText, const QString& status,
                                               std::optional<int> laps)
{
    using namespace Qt::StringLiterals;
    if (isNumber(positionText))
        return Classification::Classified;
    if (positionText == "R"_L1)
        return withoutPlace(status, laps);
    if (positionText == "N"_L1)
        return Classification::NotClassified;
    if (positionText == "D"_L1)
        return isOneOf(status, {"Excluded"_L1}) ? Classification::Excluded : Classification::Disqualified;
    if (positionText == "E"_L1)
        return Classification::Excluded;
    if (positionText == "F"_L1)
        return Classification::DidNotQualify;
    if (positionText == "W"_L1)
        return laps.value_or(0) > 0 ? Classification::Retired : Classification::DidNotStart;
    return std::nullopt;
}

std::optional<Classification> classificationOf(const QString& status, std::optional<int> laps)
{
    using namespace Qt::StringLiterals;
    if (isOneOf(status, {"Finished"_L1, "+1 Lap"_L1}))
        return Classification::Classified;
    // What these words mean does not hang on positionText.
    if (isOneOf(status, {"Did not qualify"_L1, "Did not prequalify"_L1, "107% Rule"_L1, "Did not start"_L1,
                         "Withdrew"_L1, "Disqualified"_L1, "Excluded"_L1, "Not classified"_L1}))
        return withoutPlace(status, laps);
    return std::nullopt;
}

} // namespace parcferme
