#pragma once

#include "predictor/Forecast.h"
#include "tracker/Views.h"

// Made-up drivers with a forecast that the predictor computes: for tests that need values of every kind.
namespace parcferme::sample {

inline QString driverId(int i)
{
    return QStringLiteral("driver_%1").arg(i, 2, 10, QLatin1Char('0'));
}

inline People people(int drivers)
{
    People people;
    for (int i = 0; i < drivers; ++i) {
        const QString team = QStringLiteral("team_%1").arg(i / 2);
        people.drivers.insert(driverId(i), {driverId(i),
                                            QStringLiteral("D%1").arg(i, 2, 10, QLatin1Char('0')),
                                            QStringLiteral("José"),
                                            QStringLiteral("Müller %1").arg(i),
                                            {},
                                            {}});
        people.teams.insert(team,
                            {team, QStringLiteral("Team %1").arg(i / 2), {}, QStringLiteral("#3671c6")});
        people.numbers.insert(driverId(i), 80 - i);
    }
    return people;
}

// Fewer than three drivers cannot be forecast: the entries are then made up.
inline ForecastView forecast(int drivers, PredictionKind kind = PredictionKind::Live)
{
    predictor::ForecastInputs inputs;
    inputs.season = 2025;
    inputs.stage = predictor::Stage::Grid;
    inputs.lapsPlanned = 58;
    inputs.courseKm = 5.3;
    inputs.strength = {{0.3, 0.2, 0.1, 0.1, 0.3, 0.1, -0.1}, 0.5};
    inputs.retirement = {0.1, 0.05, {}, {0, 0.5, 0.5, 0.5, -0.2, 0.2}};
    inputs.winnerTime.fallbackPerKm = 2.8;
    inputs.winnerTime.globalRatio = 0.07;
    inputs.gap = {true, {0.9, 2.5, 0.6}, 0.7};
    for (int i = 0; i < drivers; ++i) {
        predictor::DriverInputs d;
        d.driver = driverId(i).toStdString();
        d.team = d.lineage = "team_" + std::to_string(i / 2);
        d.grid = i + 1;
        d.qualifyingPosition = i + 1;
        d.qualifyingMs = {82000 + 90 * i, {}, {}};
        d.ratingOrder = 1 - 0.1 * i;
        d.racesStarted = 10 * i;
        inputs.drivers.push_back(d);
    }
    ForecastView view;
    view.prediction.kind = kind;
    view.prediction.id = kind == PredictionKind::Preview ? 0 : 7;
    view.prediction.race = 24;
    if (drivers < 3) {
        for (int i = 0; i < drivers; ++i)
            view.prediction.entries.push_back({driverId(i), QStringLiteral("team_0"), i + 1, 5400.0 + i,
                                               double(i), 0.5, 0.5 * i, 2.0 * i, 0.5, 1, 1, 0.1, 1, 2,
                                               0.02 * i});
        return view;
    }
    view.forecast = predictor::forecast(inputs);
    for (const int i : predictor::predictedOrder(view.forecast)) {
        const predictor::DriverForecast& d = view.forecast.drivers[std::size_t(i)];
        view.prediction.entries.push_back({QString::fromStdString(d.driver), QString::fromStdString(d.team),
                                           d.predictedPosition, d.raceTime, d.gap, d.uncertainty, d.gapLow,
                                           d.gapHigh, d.pWin, d.pPodium, d.pPoints, d.pRetire, d.low80,
                                           d.high80, d.pLapped});
    }
    return view;
}

// The drivers in the reverse of their number; the last one did not start, the one before retired.
inline ResultRevision result(int drivers)
{
    ResultRevision revision;
    revision.of.race = 24;
    revision.revision = 2;
    revision.source = QStringLiteral("jolpica");
    for (int i = 0; i < drivers; ++i) {
        ResultRow row;
        row.driver = driverId(drivers - 1 - i);
        row.team = QStringLiteral("team_%1").arg((drivers - 1 - i) / 2);
        row.position = i + 1;
        row.laps = i < drivers / 2 ? 58 : 57;
        row.status = i < drivers / 2 ? QStringLiteral("Finished") : QStringLiteral("Lapped");
        if (i < drivers / 2)
            row.time = 5167.469 + 1.5 * i;
        row.points = i < 10 ? 10 - i : 0;
        row.grid = i + 1;
        revision.rows.push_back(row);
    }
    if (drivers > 3) {
        ResultRow& retired = revision.rows[std::size_t(drivers - 2)];
        retired.classification = Classification::Retired;
        retired.status = QStringLiteral("Gearbox");
        ResultRow& absent = revision.rows.back();
        absent.classification = Classification::DidNotStart;
        absent.laps.reset();
        absent.grid = 0;
    }
    return revision;
}

inline EvaluationView evaluation()
{
    EvaluationView view;
    Evaluation& e = view.evaluation;
    e.id = 3;
    e.race = 24;
    e.prediction = 7;
    e.resultRevision = 2;
    e.starters = 19;
    e.positionMae = 2.2;
    e.timeMaeSeconds = 61.25;
    e.winnerCorrect = true;
    e.podiumAccuracy = 1;
    e.spearman = 0.81;
    e.rps = 0.0912;
    e.coverage80 = 17.0 / 19;
    e.confidenceScore = 0.75;
    e.calibrationError = -0.05;
    evaluation::Scores grid;
    grid.positionMae = 2.6;
    grid.podiumAccuracy = 2.0 / 3;
    grid.rps = 0.0812;
    view.baselines["grid"] = grid;
    return view;
}

// Races of two seasons, judged; the model is closer than the grid in the first, not in the second.
inline evaluation::Report report(int races = 30)
{
    std::vector<evaluation::JudgedRace> judged;
    for (int i = 0; i < races; ++i) {
        evaluation::JudgedRace race;
        race.season = i < races / 2 ? 2024 : 2025;
        race.round = i % std::max(1, races / 2) + 1;
        race.name = "Grand Prix " + std::to_string(i);
        race.model.starters = 20;
        race.model.positionMae = race.season == 2024 ? 2.5 + 0.01 * (i % 5) : 3.5;
        race.model.rps = 0.10 + 0.001 * (i % 7);
        evaluation::Scores grid;
        grid.positionMae = 3.0 + 0.02 * (i % 3);
        grid.rps = 0.115 + 0.002 * (i % 5);
        race.baselines["grid"] = grid;
        for (int d = 0; d < 20; ++d)
            race.drivers.push_back({driverId(d).toStdString(), "team_0", d + 1, (d + i) % 20 + 1, true,
                                    d == 0 ? 0.5 : 0.02, d < 3 ? 0.6 : 0.1, d < 10 ? 0.7 : 0.3, true});
        race.order = {driverId(0).toStdString(), driverId(1).toStdString()};
        race.pWin = {{driverId(0).toStdString(), 0.5}};
        judged.push_back(std::move(race));
    }
    return evaluation::summarise(std::move(judged));
}

} // namespace parcferme::sample
