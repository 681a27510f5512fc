#include "picture/PictureWords.h"

#include "tables/Format.h"
#include "tables/Names.h"

#include <QLocale>

#include <algorithm>

namespace parcferme {

namespace {

using Moment = SharePicture::Moment;

constexpr std::size_t Shown = 10; // places of an order

} // namespace

QString PictureWords::hashLine(const QByteArray& hash)
{
    return tr("Hash: %1").arg(QString::fromLatin1(hash));
}

bool PictureWords::hasAfter(const RaceDetails& race, const ForecastView& forecast)
{
    return toldByModel(race, forecast).judgement.has_value();
}

SharePicture PictureWords::ofModel(const RaceDetails& race, const ForecastView& forecast, Moment moment)
{
    const ToldOrder told = toldByModel(race, forecast);
    SharePicture picture = frame(race, told, moment);
    if (picture.moment == Moment::After) {
        addOutcome(picture, race, told);
        addScore(picture, race, told);
        return picture;
    }
    addChances(picture, race, told);
    picture.facts = {
        {tr("Confidence"), tr("%1 of 100").arg(format::number(forecast.prediction.confidenceScore * 100, 0)),
         tr("pairs in the right order")},
        {tr("Made from"),
         {},
         tr("%1, %n drivers", nullptr, static_cast<int>(told.places.size())).arg(stage(forecast))}};
    return picture;
}

SharePicture PictureWords::ofPlayer(const RaceDetails& race, const PickView& pick, Moment moment)
{
    const ToldOrder told = toldByPlayer(race, pick);
    SharePicture picture = frame(race, told, moment);
    if (picture.moment == Moment::After) {
        addOutcome(picture, race, told);
        addScore(picture, race, told);
        return picture;
    }
    addChances(picture, race, told);
    return picture;
}

SharePicture PictureWords::compared(const RaceDetails& race, const PickView& pick,
                                    const ForecastView& forecast, Moment moment)
{
    const ToldOrder told = toldByPlayer(race, pick);
    const ToldOrder model = toldByModel(race, forecast);
    const bool after = model.judgement.has_value();
    SharePicture picture = frame(race, told, after ? moment : Moment::Before);
    if (picture.moment == Moment::After) {
        addOutcome(picture, race, told);
        addScore(picture, race, told);
        addComparison(picture, told.judgement->meanError, model.judgement->meanError, false);
        if (told.gridError)
            picture.facts.insert(picture.facts.begin(),
                                 {{}, {}, tr("grid order %1").arg(format::number(*told.gridError, 2))});
    } else {
        addOther(picture, race, told, model);
    }
    if (!model.hash.isEmpty())
        picture.facts.push_back({{}, {}, tr("Model hash: %1").arg(shortDigits(model.hash))});
    return picture;
}

SharePicture PictureWords::frame(const RaceDetails& race, const ToldOrder& told, Moment moment)
{
    SharePicture picture;
    picture.moment = told.judgement ? moment : Moment::Before;
    picture.kind = told.kind;
    picture.own = !told.player.isEmpty();
    const Race& weekend = race.overview.race;
    picture.title =
        race.overview.session == Session::Sprint ? tr("%1, sprint").arg(weekend.name) : weekend.name;
    picture.badge = badge(told, picture.moment);
    picture.place = placeLine(race);
    picture.made = made(race, told);
    picture.hash = told.hash;
    if (told.voucher)
        picture.stamp =
            tr("Stamped by %1 on %2").arg(told.voucher->authority, format::utcMoment(told.voucher->time));
    if (!told.hash.isEmpty())
        picture.howToCheck = tr("Compare it with the proof file that was published with this picture.");
    picture.program = tr("Parc Fermé");
    picture.promise = told.kind == PredictionKind::Live
                          ? tr("locked before the start, judged by the official result")
                          : tr("race predictions, judged by the official result");
    picture.source = tr("Race facts from F1DB, CC BY 4.0. Unofficial.");
    return picture;
}

// The first ten; with their whole names where there is room.
void PictureWords::addRows(SharePicture& picture, const RaceDetails& race, const ToldOrder& told)
{
    const QSet<QString> second = secondCars(told, race.people);
    const bool whole = picture.body == SharePicture::Body::Chances;
    for (std::size_t i = 0; i < std::min(Shown, told.places.size()); ++i) {
        const ToldOrder::Place& place = told.places[i];
        picture.told.push_back(
            {static_cast<int>(i) + 1,
             whole ? driverName(race.people, place.driver) : familyName(race.people, place.driver),
             teamName(race.people, place.team),
             teamColour(race.people, place.team),
             second.contains(place.driver),
             {}});
    }
}

QString PictureWords::badge(const ToldOrder& told, Moment moment)
{
    const bool after = moment == Moment::After;
    if (!told.player.isEmpty()) {
        if (told.kind == PredictionKind::Live)
            return after ? tr("%1, judged").arg(told.player) : tr("%1, locked").arg(told.player);
        return told.kind == PredictionKind::Void ? tr("%1, too late").arg(told.player)
                                                 : tr("%1, not locked").arg(told.player);
    }
    switch (told.kind) {
    case PredictionKind::Live:
        return after ? tr("Frozen, judged") : tr("Prediction, frozen");
    case PredictionKind::Retrospective:
        return after ? tr("Retrospective, judged") : tr("Retrospective");
    case PredictionKind::Void:
        return tr("Void: frozen after the start");
    case PredictionKind::Preview:
        break;
    }
    return tr("Preview, not stored");
}

QString PictureWords::placeLine(const RaceDetails& race)
{
    const Race& weekend = race.overview.race;
    QStringList parts{tr("Round %1, season %2").arg(weekend.round).arg(weekend.year)};
    parts << (race.circuit.name.isEmpty() ? weekend.locality : race.circuit.name);
    const auto start = weekend.startOf(race.overview.session);
    parts << (start ? format::utcMoment(*start) : format::day(race.overview.start().date()));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

SharePicture::Fact PictureWords::made(const RaceDetails& race, const ToldOrder& told)
{
    const QString at = format::utcMoment(told.at);
    const auto start = race.overview.race.startOf(race.overview.session);
    switch (told.kind) {
    case PredictionKind::Live: {
        const QString left =
            start ? tr("%1 before the start").arg(format::timeLeft(told.at.secsTo(*start))) : QString();
        return {tr("Locked"), at, left};
    }
    case PredictionKind::Retrospective:
        return {tr("Computed after the race"), at, tr("from what was known before its start")};
    case PredictionKind::Void:
        return {tr("Locked after the start"), at, tr("It counts nowhere.")};
    case PredictionKind::Preview:
        break;
    }
    return {tr("Computed"), at, tr("Preview, not stored: it may still change.")};
}

void PictureWords::addChances(SharePicture& picture, const RaceDetails& race, const ToldOrder& told)
{
    picture.toldHead = tr("Driver");
    addRows(picture, race, told);
    const ToldOrder::Place* favourite = nullptr;
    for (const ToldOrder::Place& place : told.places)
        if (place.pWin && (!favourite || *place.pWin > *favourite->pWin))
            favourite = &place;
    if (!favourite) {
        if (!told.places.empty())
            picture.caption = tr("%1 to win").arg(familyName(race.people, told.places.front().driver));
        return;
    }
    if (favourite->pPodium) {
        picture.chanceHeads = QStringList{tr("Win %"), tr("Podium %"), tr("Points %")};
        for (std::size_t i = 0; i < picture.told.size(); ++i)
            for (const auto& chance : {told.places[i].pWin, told.places[i].pPodium, told.places[i].pPoints})
                picture.told[i].chances.push_back({chance.value_or(0), format::percent(chance.value_or(0))});
    }
    picture.figure = tr("%1 %").arg(format::percent(*favourite->pWin));
    picture.caption = tr("that %1 wins").arg(familyName(race.people, favourite->driver));
}

QString PictureWords::stage(const ForecastView& forecast)
{
    if (forecast.manualGrid)
        return tr("Grid by hand");
    switch (forecast.forecast.stage) {
    case predictor::Stage::Nothing:
        return tr("Before qualifying");
    case predictor::Stage::Qualifying:
        return tr("Qualifying order");
    case predictor::Stage::Grid:
        break;
    }
    return tr("Official grid");
}

} // namespace parcferme
