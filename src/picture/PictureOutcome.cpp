// What became of an order, or how two of them differ; and how it was judged.
#include "picture/PictureWords.h"
#include "tables/Format.h"
#include "tables/JudgedOrder.h"
#include "tables/Names.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

using Tone = SharePicture::Tone;

constexpr std::size_t Shown = 10; // places of an order
constexpr int NotableMove = 3;    // places, from which on a line is coloured

// As it is printed, so that what is said of it fits what is seen.
double rounded(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

void PictureWords::addOutcome(SharePicture& picture, const RaceDetails& race, const ToldOrder& told)
{
    picture.body = SharePicture::Body::Two;
    addRows(picture, race, told);
    picture.toldHead = tr("Said");
    picture.becameHead = tr("Happened");
    const ResultRevision& result = race.revisions.back();
    const QSet<QString> second = secondCars(told, race.people);
    const QStringList order = orderOf(told);
    const QHash<QString, JudgedPlace> judged = judgedOrder(order, result);
    for (const ResultRow& row : result.rows) {
        const int said = static_cast<int>(order.indexOf(row.driver)) + 1;
        const bool top = row.starter() && picture.became.size() < Shown;
        if (top)
            picture.became.push_back({row.position,
                                      familyName(race.people, row.driver),
                                      teamName(race.people, row.team),
                                      teamColour(race.people, row.team),
                                      second.contains(row.driver),
                                      {}});
        const bool wasTop = said > 0 && said <= static_cast<int>(picture.told.size());
        if (wasTop && !top)
            picture.fellOut << tr("%1 %2").arg(familyName(race.people, row.driver), whyOut(row));
        if (said == 0 || !row.starter() || (!top && !wasTop))
            continue;
        const JudgedPlace place = judged.value(row.driver);
        const int gained = place.predicted - place.official;
        picture.links.push_back({said, row.position,
                                 gained >= NotableMove    ? Tone::Better
                                 : gained <= -NotableMove ? Tone::Worse
                                                          : Tone::Plain});
    }
    for (const SharePicture::Row& row : picture.told) {
        const QString& driver = told.places[static_cast<std::size_t>(row.place) - 1].driver;
        if (std::ranges::find(result.rows, driver, &ResultRow::driver) == result.rows.end())
            picture.fellOut << tr("%1 %2").arg(row.driver, tr("(did not start)"));
    }
    if (!picture.fellOut.isEmpty())
        picture.fellOutHead = tr("Out of the top ten:");
}

QString PictureWords::whyOut(const ResultRow& row)
{
    switch (row.classification) {
    case Classification::Classified:
        return QString::number(row.position);
    case Classification::Retired:
        return tr("%1 (retired)").arg(row.position);
    case Classification::NotClassified:
        return tr("%1 (not classified)").arg(row.position);
    case Classification::Disqualified:
        return tr("%1 (disqualified)").arg(row.position);
    case Classification::DidNotStart:
    case Classification::DidNotQualify:
    case Classification::Excluded:
        break;
    }
    return tr("(did not start)");
}

// Two orders of the same race before it.
void PictureWords::addOther(SharePicture& picture, const RaceDetails& race, const ToldOrder& told,
                            const ToldOrder& other)
{
    picture.body = SharePicture::Body::Two;
    addRows(picture, race, told);
    picture.toldHead = told.player;
    picture.becameHead = tr("Model");
    SharePicture aside;
    aside.body = SharePicture::Body::Two;
    addRows(aside, race, other);
    picture.became = std::move(aside.told);
    const QStringList first = orderOf(told), second = orderOf(other);
    int apart = 0, shared = 0;
    for (qsizetype place = 0; place < first.size(); ++place) {
        const qsizetype there = second.indexOf(first[place]);
        if (there < 0)
            continue;
        apart += static_cast<int>(std::abs(place - there));
        ++shared;
        const auto shown = static_cast<qsizetype>(Shown);
        if (place < shown || there < shown)
            picture.links.push_back({static_cast<int>(place) + 1, static_cast<int>(there) + 1, Tone::Plain});
        if (place < shown && there >= shown)
            picture.fellOut << tr("%1 %2").arg(familyName(race.people, first[place])).arg(there + 1);
    }
    if (!picture.fellOut.isEmpty())
        picture.fellOutHead = tr("Not in the model's top ten:");
    if (shared == 0)
        return;
    picture.figure = format::number(double(apart) / shared, 2);
    picture.unit = tr("places");
    picture.caption = tr("between %1 and the model, on average").arg(told.player);
}

void PictureWords::addComparison(SharePicture& picture, double error, double other, bool isGrid)
{
    const QString shown = format::number(other, 2);
    const double better = rounded(other) - rounded(error);
    const QString by = format::number(std::abs(better), 2);
    picture.comparisonTone = Tone::Plain;
    if (by == format::number(0.0, 2)) {
        picture.comparison.strong =
            isGrid ? tr("grid order %1, the same").arg(shown) : tr("model %1, the same").arg(shown);
        return;
    }
    picture.comparisonTone = better > 0 ? Tone::Better : Tone::Worse;
    if (isGrid)
        picture.comparison.strong = better > 0 ? tr("grid order %1, so %2 better").arg(shown, by)
                                               : tr("grid order %1, so %2 worse").arg(shown, by);
    else
        picture.comparison.strong = better > 0 ? tr("model %1, so %2 better").arg(shown, by)
                                               : tr("model %1, so %2 worse").arg(shown, by);
}

void PictureWords::addScore(SharePicture& picture, const RaceDetails& race, const ToldOrder& told)
{
    const ToldOrder::Judgement& score = *told.judgement;
    picture.figure = format::number(score.meanError, 2);
    picture.unit = tr("places");
    picture.caption = tr("mean error over %n drivers", nullptr, score.starters);
    if (told.gridError)
        addComparison(picture, score.meanError, *told.gridError, true);
    const QString chance =
        score.winnersChance ? format::percent(*score.winnersChance) : QString(format::missing());
    const auto& rows = race.revisions.back().rows;
    const auto winner = std::ranges::find_if(rows, &ResultRow::starter);
    const QString name = winner == rows.end() ? QString() : familyName(race.people, winner->driver);
    SharePicture::Check check{
        score.winnerRight, score.winnerRight ? tr("Winner right") : tr("Winner no"), {}};
    if (score.winnersChance)
        check.text =
            score.winnerRight ? tr(", given %1 %").arg(chance) : tr(", %1 was given %2 %").arg(name, chance);
    picture.checks.push_back(check);
    picture.checks.push_back({false, tr("%1 of 3").arg(score.onPodium), tr("on the podium")});
    picture.checks.push_back({false, tr("%1 of 10").arg(score.inPoints), tr("in the top ten")});
    if (score.revision > 1)
        picture.facts.push_back({{}, {}, tr("Result as corrected, revision %1").arg(score.revision)});
}

} // namespace parcferme
