#include "tracker/RaceSearch.h"

#include "core/Search.h"
#include "core/Sentence.h"

#include <QStringList>

#include <functional>

namespace parcferme {

namespace {

using Fits = std::function<bool(const Race&)>;

std::vector<Race> matching(const std::vector<Race>& races, const Fits& fits)
{
    std::vector<Race> found;
    for (const Race& race : races)
        if (fits(race))
            found.push_back(race);
    if (found.size() > 1)
        std::erase_if(found, [](const Race& race) { return race.status == RaceStatus::Cancelled; });
    return found;
}

QString listOf(const std::vector<Race>& races)
{
    QStringList names;
    for (const Race& race : races)
        names.append(QStringLiteral("%1 %2").arg(race.round).arg(race.name));
    return names.join(QStringLiteral(", "));
}

} // namespace

Result<Race> searchRace(const std::vector<Race>& races, int year, const QString& text)
{
    if (races.empty())
        return fail(ErrorCode::NotFound, Sentence::tr("No race of %1 is stored.").arg(year),
                    Sentence::tr("parcferme-cli refresh %1 fetches the calendar.").arg(year));
    const QString key = searchKey(text);
    bool isRound = false;
    const int round = key.toInt(&isRound);
    QList<Fits> ways;
    if (isRound) {
        ways = {[round](const Race& race) { return race.round == round; }};
    } else if (!key.isEmpty()) {
        ways = {[&key](const Race& race) { return searchKey(race.name) == key; },
                [&key](const Race& race) {
                    return searchKey(race.name).contains(key) || searchKey(race.locality).contains(key) ||
                           searchKey(race.country).contains(key);
                }};
    }
    for (const Fits& way : ways) {
        const std::vector<Race> found = matching(races, way);
        if (found.size() == 1)
            return found.front();
        if (found.size() > 1)
            return fail(
                ErrorCode::Ambiguous,
                Sentence::tr("\"%1\" fits several races of %2: %3.").arg(text).arg(year).arg(listOf(found)));
    }
    return fail(
        ErrorCode::NotFound,
        Sentence::tr("No race of %1 is called \"%2\". There are: %3.").arg(year).arg(text, listOf(races)));
}

} // namespace parcferme
