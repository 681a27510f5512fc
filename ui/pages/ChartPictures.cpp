#include "ui/pages/ChartPictures.h"

#include "domain/Words.h"
#include "ui/charts/FinalPointsChart.h"
#include "ui/charts/GapChart.h"
#include "ui/charts/LeagueChart.h"
#include "ui/charts/PairMatrix.h"
#include "ui/charts/PointsChart.h"
#include "ui/charts/PositionHeatMap.h"
#include "ui/charts/ReliabilityChart.h"
#include "ui/charts/ScoreChart.h"
#include "ui/charts/SkillChart.h"
#include "ui/charts/SlopeChart.h"
#include "ui/charts/TitleOddsChart.h"
#include "ui/charts/WhyChart.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/RaceWords.h"
#include "ui/session/SeasonWords.h"

#include <QCoreApplication>

namespace parcferme {

namespace {

using Kind = SeasonHeaderState::Kind;
using Side = season::Contestants;

constexpr Side Sides[] = {Side::Drivers, Side::Teams};

QString words(const char* text)
{
    return QCoreApplication::translate("ChartPictures", text);
}

// Those with nothing to draw make no picture.
void add(ChartPictures& pictures, const QString& name, const QString& caption,
         std::shared_ptr<ChartWidget> chart)
{
    if (!chart->message().isEmpty())
        return;
    chart->setCaption(caption);
    pictures.push_back({name, std::move(chart)});
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Live:
    case Kind::Missing:
        return toString(PredictionKind::Live);
    case Kind::Retrospect:
        return toString(PredictionKind::Retrospective);
    case Kind::Final:
        break;
    }
    return QStringLiteral("final");
}

QString nameOf(const SeasonView& view, const SeasonCondition& condition)
{
    season::Standing who;
    who.id = condition.driver.toStdString();
    return standings::shortName(view.people, Side::Drivers, who);
}

} // namespace

ChartPictures chartPictures(const RaceDetails& race, bool resultTold)
{
    if (!race.prediction)
        return {};
    const Race& of = race.overview.race;
    const ForecastView& view = *race.prediction;
    const PredictionKind kind = view.prediction.kind;
    ChartPictures pictures;
    const auto addOf = [&](const QString& page, const QString& key, std::shared_ptr<ChartWidget> chart) {
        add(pictures, exportFileName(of, page, race.overview.session, kind) + u'-' + key,
            pictureCaption(of, race.overview.session, kind), std::move(chart));
    };
    const bool told = resultTold && !race.revisions.empty();
    const auto result = told ? std::optional(race.revisions.back()) : std::nullopt;
    const QString prediction = QStringLiteral("prediction");
    auto gaps = std::make_shared<GapChart>();
    gaps->setForecast(view, race.people);
    addOf(prediction, QStringLiteral("gaps"), gaps);
    auto positions = std::make_shared<PositionHeatMap>();
    positions->setForecast(view, race.people);
    positions->setResult(result);
    addOf(prediction, QStringLiteral("positions"), positions);
    auto pairs = std::make_shared<PairMatrix>();
    pairs->setForecast(view, race.people);
    pairs->setResult(result);
    addOf(prediction, QStringLiteral("pairs"), pairs);
    if (!view.prediction.entries.empty()) {
        const QString winner = view.prediction.entries.front().driver;
        auto why = std::make_shared<WhyChart>();
        why->setForecast(view, race.people);
        why->setDriver(winner);
        addOf(prediction, QStringLiteral("why-") + winner, why);
    }
    if (result) {
        auto slope = std::make_shared<SlopeChart>();
        slope->setResult(view, *result, race.people);
        addOf(QStringLiteral("result"), QStringLiteral("slope"), slope);
    }
    for (const EvaluationView& judged : race.evaluations)
        if (told && judged.evaluation.prediction == view.prediction.id) {
            auto scores = std::make_shared<ScoreChart>();
            scores->setEvaluation(judged, kind);
            addOf(QStringLiteral("metrics"), QStringLiteral("scores"), scores);
            break;
        }
    return pictures;
}

ChartPictures chartPictures(const SeasonView& view, const SeasonSession::Rounds& rounds)
{
    ChartPictures pictures;
    for (const Side side : Sides) {
        const QString name = seasonFileName(view, side), caption = seasonCaption(view, {});
        auto final = std::make_shared<FinalPointsChart>();
        final->setSeason(view, side, nullptr, view.isRetrospect());
        add(pictures, name + QStringLiteral("-final"), caption, final);
        auto odds = std::make_shared<TitleOddsChart>();
        odds->setSeason(view, rounds, side);
        add(pictures, name + QStringLiteral("-odds"), caption, odds);
        auto points = std::make_shared<PointsChart>();
        points->setSeason(view, side);
        add(pictures, name + QStringLiteral("-so-far"), caption, points);
    }
    return pictures;
}

ChartPictures whatIfPictures(const SeasonSession& session)
{
    ChartPictures pictures;
    if (!session.view() || !session.condition() || !session.ifSo() || !session.ifSo()->outlook)
        return pictures;
    const SeasonView& view = *session.view();
    for (const Side side : Sides) {
        const QString end = u'-' + conditionName(*session.condition());
        const QString name = seasonFileName(view, side), caption = seasonCaption(view, session.condition());
        auto final = std::make_shared<FinalPointsChart>();
        final->setSeason(view, side, &*session.ifSo()->outlook, view.isRetrospect());
        add(pictures, name + QStringLiteral("-final") + end, caption, final);
        auto odds = std::make_shared<TitleOddsChart>();
        odds->setChanges(view, side, *session.ifSo()->outlook, conditionHeading(view, *session.condition()));
        add(pictures, name + QStringLiteral("-odds") + end, caption, odds);
    }
    return pictures;
}

ChartPictures chartPictures(int season, const TrackRecord& record)
{
    ChartPictures pictures;
    const struct
    {
        PredictionKind kind;
        const evaluation::Report& report;
    } parts[] = {{PredictionKind::Live, record.live}, {PredictionKind::Retrospective, record.retrospective}};
    for (const auto& [kind, report] : parts) {
        if (report.races.empty())
            continue;
        const QString name = QStringLiteral("%1-track-record-%2").arg(season).arg(toString(kind));
        const QString caption =
            pictureCaption(words(QT_TRANSLATE_NOOP("ChartPictures", "Track record %1, %2"))
                               .arg(QString::number(season), RaceWords::kind(kind)));
        auto skill = std::make_shared<SkillChart>();
        skill->setReport(report);
        add(pictures, name + QStringLiteral("-skill"), caption, skill);
        const struct
        {
            const char* key;
            const char* title;
            const evaluation::Reliability& bins;
        } events[] = {{"win", QT_TRANSLATE_NOOP("ChartPictures", "Win"), report.win},
                      {"podium", QT_TRANSLATE_NOOP("ChartPictures", "Podium"), report.podium},
                      {"points", QT_TRANSLATE_NOOP("ChartPictures", "Points"), report.points},
                      {"pairs", QT_TRANSLATE_NOOP("ChartPictures", "Pairs"), report.pairs}};
        for (const auto& event : events) {
            auto reliability = std::make_shared<ReliabilityChart>();
            reliability->setEvent(words(event.title));
            reliability->setReliability(event.bins);
            add(pictures, name + QStringLiteral("-reliability-") + QLatin1StringView(event.key), caption,
                reliability);
        }
    }
    return pictures;
}

ChartPictures chartPictures(int season, const League& league, const QString& player)
{
    ChartPictures pictures;
    auto chart = std::make_shared<LeagueChart>();
    chart->setLeague(league, player);
    add(pictures, QStringLiteral("%1-league").arg(season),
        pictureCaption(words(QT_TRANSLATE_NOOP("ChartPictures", "League %1")).arg(season)), chart);
    return pictures;
}

QString seasonFileName(const SeasonView& view, season::Contestants side)
{
    return QStringLiteral("%1-season-after-round-%2-%3-%4")
        .arg(view.year)
        .arg(view.after, 2, 10, QChar(u'0'))
        .arg(kindName(SeasonWords::kindOf(view)),
             side == Side::Drivers ? QStringLiteral("drivers") : QStringLiteral("teams"));
}

QString seasonCaption(const SeasonView& view, const std::optional<SeasonCondition>& ifSo)
{
    QStringList parts = {words(QT_TRANSLATE_NOOP("ChartPictures", "Season %1")).arg(view.year),
                         SeasonWords::badge(view, SeasonWords::kindOf(view))};
    if (ifSo)
        parts << words(QT_TRANSLATE_NOOP("ChartPictures", "what if %1 %2"))
                     .arg(nameOf(view, *ifSo), SeasonWords::condition(view, *ifSo));
    return pictureCaption(parts.join(QStringLiteral(" · ")));
}

QString conditionName(const SeasonCondition& condition)
{
    using What = SeasonCondition::Kind;
    const QString what = condition.kind == What::Wins          ? QStringLiteral("wins")
                         : condition.kind == What::OnThePodium ? QStringLiteral("podium")
                                                               : QStringLiteral("no-points");
    QString name = QStringLiteral("if-%1-%2-%3").arg(condition.driver, what).arg(condition.round);
    if (condition.session == Session::Sprint)
        name += u'-' + toString(condition.session);
    return name;
}

QString conditionHeading(const SeasonView& view, const SeasonCondition& condition)
{
    return words(QT_TRANSLATE_NOOP("ChartPictures", "hollow: now; filled: if %1 %2"))
        .arg(nameOf(view, condition), SeasonWords::condition(view, condition));
}

} // namespace parcferme
