#include "tracker/RaceSearch.h"

#include "core/Search.h"
#include "core/Sentence.h"
#include "tracker/RaceNames.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <map>

namespace parcferme {

namespace {

// How well a race fits what was typed, the best first.
enum class Fit { Name, Place, Word, CancelledName, CancelledPlace, CancelledWord, Part, CancelledPart, None };

Fit cancelled(Fit fit)
{
    switch (fit) {
    case Fit::Name:
        return Fit::CancelledName;
    case Fit::Place:
        return Fit::CancelledPlace;
    case Fit::Word:
        return Fit::CancelledWord;
    case Fit::Part:
        return Fit::CancelledPart;
    default:
        return fit;
    }
}

// The round of "6", "R6" or "round 6".
std::optional<int> roundOf(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(?:(?:r|rd|round) ?)?([0-9]+)$"));
    const QRegularExpressionMatch match = form.match(searchKey(text));
    if (!match.hasMatch())
        return std::nullopt;
    bool ok = false;
    const int round = match.captured(1).toInt(&ok);
    return ok ? round : -1; // larger than any
}

QString joined(QString words)
{
    return words.remove(u' ');
}

Fit fitOf(const RaceNames& names, const QString& words)
{
    const auto any = [](const QStringList& list, const auto& fits) {
        return std::any_of(list.begin(), list.end(), fits);
    };
    const auto whole = [&](const QString& name) { return joined(name) == joined(words); };
    const auto wordwise = [&](const QString& name) {
        return (u' ' + name + u' ').contains(u' ' + words + u' ');
    };
    const auto partly = [&](const QString& name) { return name.contains(words); };
    const QStringList all = names.race + names.place;
    return any(names.race, whole)    ? Fit::Name
           : any(names.place, whole) ? Fit::Place
           : any(all, wordwise)      ? Fit::Word
           : any(all, partly)        ? Fit::Part
                                     : Fit::None;
}

QString listOf(const std::vector<Race>& races)
{
    QStringList names;
    for (const Race& race : races)
        names.append(QStringLiteral("%1 %2").arg(race.round).arg(race.name));
    return names.join(QStringLiteral(", "));
}

} // namespace

std::vector<Race> findRaces(const std::vector<Race>& races, const QString& text)
{
    const std::optional<int> round = roundOf(text);
    const QString words = wordsOf(text);
    const QString telling = tellingWords(words);
    const bool isName = std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetter(); });
    std::vector<Race> found;
    Fit best = Fit::None;
    for (const Race& race : races) {
        Fit fit = Fit::None;
        if (round)
            fit = race.round == *round ? Fit::Name : Fit::None;
        else if (isName)
            fit = fitOf(namesOf(race), telling.isEmpty() ? words : telling);
        if (race.status == RaceStatus::Cancelled)
            fit = cancelled(fit);
        if (fit < best) {
            best = fit;
            found.clear();
        }
        if (fit == best && fit != Fit::None)
            found.push_back(race);
    }
    return found;
}

RaceQuery raceQuery(const QString& text)
{
    static const QRegularExpression year(QStringLiteral("(?:^|\\s)((?:19|20)[0-9]{2})(?=\\s|$)"));
    RaceQuery query{text.simplified(), {}};
    if (const QRegularExpressionMatch match = year.match(query.words); match.hasMatch()) {
        query.season = match.captured(1).toInt();
        query.words = query.words.remove(match.capturedStart(), match.capturedLength()).simplified();
    }
    return query;
}

std::vector<Race> findInSeasons(const std::vector<Race>& all, const RaceQuery& query)
{
    std::map<int, std::vector<Race>, std::greater<>> seasons;
    for (const Race& race : all)
        if (race.year == query.season.value_or(race.year))
            seasons[race.year].push_back(race);
    std::vector<Race> found;
    for (const auto& [year, races] : seasons) {
        const std::vector<Race> here = query.words.isEmpty() ? races : findRaces(races, query.words);
        found.insert(found.end(), here.begin(), here.end());
    }
    return found;
}

Result<Race> searchRace(const std::vector<Race>& races, int year, const QString& text)
{
    if (races.empty())
        return fail(ErrorCode::NotFound, Sentence::tr("No race of %1 is stored.").arg(year),
                    Sentence::tr("parcferme-cli refresh %1 fetches the calendar.").arg(year));
    const std::vector<Race> found = findRaces(races, text);
    if (found.size() == 1)
        return found.front();
    if (found.size() > 1)
        return fail(
            ErrorCode::Ambiguous,
            Sentence::tr("\"%1\" fits several races of %2: %3.").arg(text).arg(year).arg(listOf(found)));
    return fail(
        ErrorCode::NotFound,
        Sentence::tr("No race of %1 is called \"%2\". There are: %3.").arg(year).arg(text, listOf(races)));
}

} // namespace parcferme
