#pragma once

#include "picture/SharePicture.h"
#include "picture/ToldOrder.h"

#include <QCoreApplication>

namespace parcferme {

// Makes the picture of an order that was told of a session: by the model, by a person, or both.
class PictureWords
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::PictureWords)
public:
    // Before the race, or after it beside the result, which must have judged the order (told.judgement).
    static SharePicture ofModel(const RaceDetails& race, const ForecastView& forecast,
                                SharePicture::Moment moment);
    static SharePicture ofPlayer(const RaceDetails& race, const PickView& pick, SharePicture::Moment moment);
    // A person beside the model.
    static SharePicture compared(const RaceDetails& race, const PickView& pick, const ForecastView& forecast,
                                 SharePicture::Moment moment);
    static bool hasAfter(const RaceDetails& race, const ForecastView& forecast);

    static QString hashLine(const QByteArray& hash);

private:
    static SharePicture frame(const RaceDetails& race, const ToldOrder& told, SharePicture::Moment moment);
    static QString badge(const ToldOrder& told, SharePicture::Moment moment);
    static QString placeLine(const RaceDetails& race);
    static SharePicture::Fact made(const RaceDetails& race, const ToldOrder& told);
    static void addRows(SharePicture& picture, const RaceDetails& race, const ToldOrder& told);
    static void addChances(SharePicture& picture, const RaceDetails& race, const ToldOrder& told);
    static void addOutcome(SharePicture& picture, const RaceDetails& race, const ToldOrder& told);
    static void addOther(SharePicture& picture, const RaceDetails& race, const ToldOrder& told,
                         const ToldOrder& other);
    static void addScore(SharePicture& picture, const RaceDetails& race, const ToldOrder& told);
    static void addComparison(SharePicture& picture, double error, double other, bool isGrid);
    static QString whyOut(const ResultRow& row);
    static QString stage(const ForecastView& forecast);
};

} // namespace parcferme
