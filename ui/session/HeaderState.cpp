#include "ui/session/HeaderState.h"

#include "tables/Format.h"
#include "tables/Glossary.h"
#include "tables/Names.h"
#include "tables/RaceListModel.h"
#include "tables/WarningTexts.h"
#include "ui/session/RaceWords.h"
#include "ui/session/WeatherWords.h"

#include <QLocale>

#include <algorithm>

namespace parcferme {

namespace {

constexpr qint64 LastHour = 3600; // seconds are shown in it, and only then

QString countdown(qint64 seconds)
{
    return RaceWords::duration(std::max<qint64>(0, seconds), seconds < LastHour);
}

// Of the session that the weather is of.
QDateTime startOf(const RaceDetails& raceView)
{
    const Race& race = raceView.overview.race;
    const bool sprint = raceView.weather && raceView.weather->of.session == Session::Sprint;
    return sprint ? race.sprintStart.value_or(race.startOrDate()) : race.startOrDate();
}

} // namespace

HeaderState HeaderWords::state(const RaceDetails& raceView, const ForecastView* shown, const QDateTime& now,
                               bool hidden)
{
    const Race& race = raceView.overview.race;
    HeaderState state;
    state.title = race.name;
    QStringList place = {tr("Round %1, season %2").arg(race.round).arg(race.year)};
    place << (raceView.circuit.name.isEmpty() ? localityName(race.locality) : raceView.circuit.name);
    place << RaceWords::start(race, raceView.overview.session);
    const QString separator = QStringLiteral("  ·  ");
    const QString least = place.join(separator);
    if (race.laps && raceView.overview.session == Session::Race)
        place << tr("%n laps", nullptr, *race.laps);
    state.shorterPlaces = {place.join(separator), least};
    if (race.hasSprint())
        place << tr("sprint weekend"); // the switch beside the title says it too
    state.place = place.join(separator);
    state.placeTooltip = RaceWords::startTooltip(race, raceView.overview.session);
    if (race.hasSprint())
        for (const Session session : {Session::Sprint, Session::Race})
            if (const auto one = raceView.overview.at(session))
                state.sessions.push_back({session, raceBadge(*one, now, hidden)});
    state.session = raceView.overview.session;
    if (shown) {
        state.kind = shown->prediction.kind;
        addFacts(state, raceView, *shown, now);
    } else if (const auto weather = WeatherWords::fact(raceView, startOf(raceView), now)) {
        state.facts.push_back(*weather);
    }
    addLargeFact(state, raceView, shown, now, hidden);
    return state;
}

bool HeaderWords::countsSeconds(const RaceDetails& raceView, const QDateTime& now)
{
    const auto soon = [&now](const QDateTime& moment) {
        const qint64 left = now.secsTo(moment);
        return left > -2 && left < LastHour; // once more when it has come
    };
    const auto& opens = raceView.overview.window.opens;
    return soon(raceView.overview.start()) || (opens && soon(*opens));
}

QString HeaderWords::shortHash(const QByteArray& hash)
{
    const QString text = QString::fromLatin1(hash.left(12));
    return QStringLiteral("%1 %2 %3…").arg(text.mid(0, 4), text.mid(4, 4), text.mid(8, 4));
}

QString HeaderWords::stageWords(const RaceDetails& raceView, const ForecastView& view)
{
    const auto at = [](const QDateTime& moment) {
        return QLocale().toString(moment.toLocalTime(), tr("ddd HH:mm"));
    };
    if (view.officialGridAt)
        return tr("Official grid, %1").arg(at(*view.officialGridAt));
    // What was entered after a freeze is not what it knew.
    const auto& byHand = raceView.manualGrid;
    const bool isKnown =
        byHand && (view.prediction.id == 0 || byHand->enteredAt <= view.prediction.createdAt);
    if (view.manualGrid)
        return isKnown ? tr("Grid by hand, %1").arg(at(byHand->enteredAt)) : tr("Grid by hand");
    switch (view.forecast.stage) {
    case predictor::Stage::Nothing:
        return tr("Before qualifying");
    case predictor::Stage::Qualifying:
        return tr("Qualifying order");
    case predictor::Stage::Grid:
        return tr("Official grid");
    }
    return {};
}

// Which order of the field the forecast starts from, and what has become of it since.
HeaderFact HeaderWords::stageFact(const RaceDetails& raceView, const ForecastView& view)
{
    HeaderFact fact{tr("Stage"), stageWords(raceView, view), {}, wordMeaning(Word::Stage)};
    fact.key = QStringLiteral("stage");
    if (view.prediction.id == 0 || raceView.gridMoves.empty())
        return fact;
    fact.level = tr("grid since: %n moved", nullptr, static_cast<int>(raceView.gridMoves.size()));
    QStringList lines = {fact.tooltip, tr("Places on the official grid that came afterwards:")};
    for (const GridMove& move : raceView.gridMoves)
        lines << tr("%1: %2 instead of %3")
                     .arg(driverName(raceView.people, move.driver))
                     .arg(move.to == 0 ? tr("pit lane") : QString::number(move.to))
                     .arg(move.from == 0 ? tr("pit lane") : QString::number(move.from));
    fact.tooltip = lines.join(u'\n');
    return fact;
}

void HeaderWords::addFacts(HeaderState& state, const RaceDetails& raceView, const ForecastView& view,
                           const QDateTime& now)
{
    const Prediction& prediction = view.prediction;
    const bool preview = prediction.kind == PredictionKind::Preview;
    const auto favourite = std::ranges::max_element(prediction.entries, {}, &PredictionEntry::pWin);
    if (favourite != prediction.entries.end())
        state.facts.push_back(
            {tr("To win"),
             tr("%1 %2 %").arg(familyName(raceView.people, favourite->driver),
                               format::number(favourite->pWin * 100, 0)),
             tr("%1 of 100 pairs in the right order")
                 .arg(format::number(prediction.confidenceScore * 100, 0)),
             tr("The chance of the favourite. %1: %2 of 100.")
                     .arg(wordTitle(Word::Confidence), format::number(prediction.confidenceScore * 100, 1)) +
                 u'\n' + wordMeaning(Word::Confidence),
             true});
    HeaderFact inputs{tr("Inputs observed"),
                      tr("%1 %, %2 imputed")
                          .arg(format::number(prediction.featureCoverage * 100, 0))
                          .arg(prediction.numImputed),
                      {},
                      wordMeaning(Word::InputsObserved)};
    if (prediction.numImputed == 0)
        inputs.givesWay = 3;
    state.facts.push_back(inputs);
    state.facts.push_back(stageFact(raceView, view));
    if (view.provisionalField)
        state.facts.push_back(
            {tr("Field"), tr("Provisional"), {}, tr("The field is that of the race before.")});
    if (const auto weather = WeatherWords::fact(raceView, startOf(raceView), now))
        state.facts.push_back(*weather);
    const QString made = RaceWords::shortMoment(prediction.createdAt);
    if (preview) {
        const qint64 age = prediction.createdAt.secsTo(now);
        state.facts.push_back({tr("Computed"),
                               age < 60 ? made : tr("%1, %2 ago").arg(made, format::timeLeft(age)),
                               {},
                               RaceWords::moment(prediction.createdAt)});
    } else if (prediction.kind == PredictionKind::Live || prediction.kind == PredictionKind::Void) {
        state.facts.push_back(
            {tr("Frozen"),
             tr("%1, %2").arg(made, RaceWords::policy(prediction.freezePolicy)),
             {},
             RaceWords::moment(prediction.createdAt) + u'\n' + wordMeaning(wordOf(prediction.kind))});
    } else {
        state.facts.push_back(
            {tr("Computed"),
             tr("%1, as of %2").arg(made, RaceWords::shortMoment(prediction.snapshotTs)),
             {},
             tr("Computed later, from what was known at %1.").arg(RaceWords::moment(prediction.snapshotTs)) +
                 u'\n' + wordMeaning(Word::Retrospective)});
    }
    HeaderFact client{tr("Data client"), prediction.fastf1Version, {}, {}};
    client.tooltip =
        view.serverDate ? tr("The source's clock at that moment: %1").arg(RaceWords::moment(*view.serverDate))
                        : tr("The source was not asked: no clock of a server stands beside it.");
    client.givesWay = 1;
    state.facts.push_back(client);
    state.hash = prediction.hash;
    // Those of a preview stand in the notice above.
    if (const QStringList warnings = warningTexts(view.warnings); !warnings.isEmpty() && !preview) {
        HeaderFact warning{tr("Warnings"), warnings.first(), {}, warnings.join(u'\n')};
        if (warnings.size() > 1)
            warning.value = tr("%n warnings", nullptr, int(warnings.size()));
        warning.warning = true;
        state.facts.push_back(warning);
    }
}

bool HeaderWords::addJudgement(HeaderState& state, const RaceDetails& raceView, const ForecastView* shown,
                               bool hidden)
{
    if (!shown || shown->prediction.id == 0)
        return false;
    for (const EvaluationView& view : raceView.evaluations) {
        if (view.evaluation.prediction != shown->prediction.id)
            continue;
        if (hidden) {
            state.large = tr("Hidden");
            state.caption = tr("the result is in, and hidden");
            return true;
        }
        state.large = tr("%1 positions").arg(format::number(view.evaluation.positionMae, 2));
        const auto grid = view.baselines.find("grid");
        state.caption =
            grid == view.baselines.end()
                ? tr("mean error")
                : tr("mean error; grid order %1").arg(format::number(grid->second.positionMae, 2));
        state.shortCaption = tr("mean error");
        return true;
    }
    return false;
}

void HeaderWords::addLargeFact(HeaderState& state, const RaceDetails& raceView, const ForecastView* shown,
                               const QDateTime& now, bool hidden)
{
    const RaceOverview& overview = raceView.overview;
    if (overview.state == RaceState::Cancelled) {
        state.large = tr("Cancelled");
        state.caption = tr("void, not judged");
        return;
    }
    if (addJudgement(state, raceView, shown, hidden))
        return;
    const bool today = !overview.race.startOf(overview.session) && now.date() == overview.start().date();
    if (now < overview.start() || (today && !overview.hasResult))
        return addCountdown(state, raceView, shown, now);
    if (overview.hasResult) {
        state.large = shown ? tr("Not judged") : tr("Not predicted");
        state.caption = shown ? tr("Sync results judges it") : tr("the result is stored");
        return;
    }
    state.large = tr("No result yet");
    const qint64 age = overview.start().secsTo(now);
    state.caption = tr("started %1 ago").arg(RaceWords::duration(age));
}

void HeaderWords::addCountdown(HeaderState& state, const RaceDetails& raceView, const ForecastView* shown,
                               const QDateTime& now)
{
    const FreezeWindow& window = raceView.overview.window;
    const QDateTime start = raceView.overview.start();
    const bool frozen = shown && shown->prediction.id > 0;
    if (!frozen && !window.open && window.opens && *window.opens > now) {
        const QString left = countdown(now.secsTo(*window.opens));
        state.large = shown ? tr("opens in %1").arg(left) : left;
        state.shortCaption = shown ? tr("freeze window") : QString();
        state.caption = shown ? tr("freeze window, %1").arg(RaceWords::policy(window.policy))
                              : tr("to the freeze window");
        return;
    }
    state.large = countdown(now.secsTo(start));
    if (!raceView.overview.race.startOf(raceView.overview.session)) { // its hour is not known
        const auto days = int(now.date().daysTo(start.date()));
        state.large = days == 0 ? tr("today") : tr("%n days", nullptr, days);
    }
    state.caption =
        tr("to the start, %1").arg(RaceWords::start(raceView.overview.race, raceView.overview.session));
    state.shortCaption = tr("to the start"); // its time stands in the line of the place
}

} // namespace parcferme
