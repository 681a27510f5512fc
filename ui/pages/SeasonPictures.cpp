#include "ui/pages/SeasonPictures.h"

#include "ui/base/Turns.h"
#include "ui/charts/GapChart.h"
#include "ui/charts/PairMatrix.h"
#include "ui/charts/PositionHeatMap.h"
#include "ui/charts/ScoreChart.h"
#include "ui/charts/SlopeChart.h"
#include "ui/charts/WhyChart.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/RaceWords.h"
#include "ui/session/WindowModel.h"

namespace parcferme {

SeasonPictures::SeasonPictures(WindowModel& windowModel, const QString& folder, QObject* parent)
    : QObject(parent), windowModel_(windowModel), folder_(folder)
{
    for (const RaceOverview& overview : windowModel.races()) {
        if (overview.other)
            sessions_.push_back({overview.race.id, Session::Sprint});
        sessions_.push_back({overview.race.id, Session::Race});
    }
    total_ = int(sessions_.size());
}

void SeasonPictures::start()
{
    next();
}

void SeasonPictures::next()
{
    if (cancelled_ || sessions_.empty())
        return end();
    const SessionKey session = sessions_.front();
    sessions_.pop_front();
    windowModel_.readDetails(session, this, [this](const Result<RaceDetails>& race) {
        if (race)
            return takeSession(*race);
        Q_EMIT failed(race.error());
        deleteLater();
    });
}

void SeasonPictures::takeSession(const RaceDetails& race)
{
    const Race& of = race.overview.race;
    Q_EMIT progress(total_ - int(sessions_.size()), total_, RaceWords::shortTitle(of, race.overview.session));
    if (!race.prediction)
        return Turns::later(this, [this] { next(); });
    const ForecastView& view = *race.prediction;
    const PredictionKind kind = view.prediction.kind;
    const auto add = [&](const QString& page, const QString& key, std::shared_ptr<ChartWidget> chart) {
        chart->setCaption(pictureCaption(of, race.overview.session, kind));
        pictures_.push_back(
            {exportFileName(of, page, race.overview.session, kind) + u'-' + key, std::move(chart)});
    };
    const bool told = !race.revisions.empty() && !windowModel_.hidden().hides(of);
    const auto result = told ? std::optional(race.revisions.back()) : std::nullopt;
    const QString prediction = QStringLiteral("prediction");
    auto gaps = std::make_shared<GapChart>();
    gaps->setForecast(view, race.people);
    add(prediction, QStringLiteral("gaps"), gaps);
    auto positions = std::make_shared<PositionHeatMap>();
    positions->setForecast(view, race.people);
    positions->setResult(result);
    add(prediction, QStringLiteral("positions"), positions);
    auto pairs = std::make_shared<PairMatrix>();
    pairs->setForecast(view, race.people);
    pairs->setResult(result);
    add(prediction, QStringLiteral("pairs"), pairs);
    if (!view.prediction.entries.empty()) {
        const QString winner = view.prediction.entries.front().driver;
        auto why = std::make_shared<WhyChart>();
        why->setForecast(view, race.people);
        why->setDriver(winner);
        add(prediction, QStringLiteral("why-") + winner, why);
    }
    if (result) {
        auto slope = std::make_shared<SlopeChart>();
        slope->setResult(view, *result, race.people);
        add(QStringLiteral("result"), QStringLiteral("slope"), slope);
    }
    for (const EvaluationView& judged : race.evaluations)
        if (told && judged.evaluation.prediction == view.prediction.id) {
            auto scores = std::make_shared<ScoreChart>();
            scores->setEvaluation(judged, kind);
            add(QStringLiteral("metrics"), QStringLiteral("scores"), scores);
            break;
        }
    saveNext();
}

void SeasonPictures::saveNext()
{
    if (cancelled_ || pictures_.empty())
        return next();
    const Picture picture = pictures_.front();
    pictures_.pop_front();
    if (const Status saved = picture.chart->savePng(freeFile(folder_, picture.name + QStringLiteral(".png")));
        !saved) {
        Q_EMIT failed(saved.error());
        return deleteLater();
    }
    ++saved_;
    Turns::later(this, [this] { saveNext(); });
}

void SeasonPictures::end()
{
    Q_EMIT finished(saved_, cancelled_);
    deleteLater();
}

} // namespace parcferme
