// The starting grid by hand: tried while it is edited, and stored.
#include "ui/session/WindowModel.h"

namespace parcferme {

void WindowModel::setGrid(const std::vector<ManualGrid::Slot>& places, const std::vector<Driver>& additions)
{
    tracker_.ask(
        this,
        [session = of(), places, additions](Tracker& tracker) {
            return tracker.setManualGrid(session, places, additions).map([] { return true; });
        },
        [this](const Result<bool>& done) {
            if (!done)
                return tellError(tr("The grid was not stored:"), done.error(), {});
            readSoon(RaceViewPart);
            preview();
        });
}

void WindowModel::tryGrid(const std::vector<ManualGrid::Slot>& places)
{
    PredictOptions options;
    options.preview = true;
    options.fetch = false;
    options.triedGrid = places;
    tracker_.ask(
        this,
        [session = of(), options](Tracker& tracker) { return tracker.predict(session, options, Progress()); },
        [this, number = ++gridsTried_](Result<PredictOutcome> outcome) {
            if (number != gridsTried_)
                return; // a newer one is on its way
            if (!outcome) {
                Q_EMIT gridRefused(outcome.error());
                return;
            }
            tried_ = std::make_shared<const ForecastView>(std::move(outcome->view));
            Q_EMIT gridTried(tried_);
            Q_EMIT raceChanged();
        });
}

void WindowModel::nameDriver(const QString& words)
{
    tracker_.ask(
        this, [session = of(), words](Tracker& tracker) { return tracker.driverOfGrid(session, words); },
        [this](const Result<Driver>& driver) {
            if (driver)
                Q_EMIT driverNamed(*driver);
            else
                Q_EMIT gridRefused(driver.error());
        });
}

void WindowModel::endGridTrial()
{
    ++gridsTried_; // an answer that is still on its way is not shown
    if (!tried_)
        return;
    tried_.reset();
    Q_EMIT raceChanged();
}

} // namespace parcferme
