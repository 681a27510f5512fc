#include "ui/pages/SeasonPictures.h"

#include "ui/base/Turns.h"
#include "ui/charts/ChartWidget.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/RaceWords.h"
#include "ui/session/WindowModel.h"

namespace parcferme {

namespace {

// The last round before the first whose result must not be told; nothing: all may.
std::optional<int> lastToTell(const SeasonView& view, const HiddenRaces& hidden)
{
    int before = 0;
    for (const int round : view.rounds) {
        const Race* race = view.race(round);
        if (race && hidden.hides(*race))
            return before;
        before = round;
    }
    return std::nullopt;
}

} // namespace

SeasonPictures::SeasonPictures(WindowModel& windowModel, const QString& folder, QObject* parent)
    : QObject(parent), windowModel_(windowModel), folder_(folder), season_(windowModel.season())
{
    const auto addSession = [this](const SessionKey& session) {
        steps_.emplace_back([this, session] { readSession(session); });
    };
    for (const RaceOverview& overview : windowModel.races()) {
        if (overview.other)
            addSession({overview.race.id, Session::Sprint});
        addSession({overview.race.id, Session::Race});
    }
    steps_.emplace_back([this] { readSeason(); });
    steps_.emplace_back([this] { readRecord(); });
    steps_.emplace_back([this] { readLeague(); });
    total_ = int(steps_.size());
}

void SeasonPictures::start()
{
    next();
}

void SeasonPictures::cancel()
{
    cancelled_ = true;
    simulation_.cancel();
}

void SeasonPictures::next()
{
    if (cancelled_ || steps_.empty())
        return end();
    const auto step = std::move(steps_.front());
    steps_.pop_front();
    step();
}

void SeasonPictures::step(const QString& what)
{
    Q_EMIT progress(total_ - int(steps_.size()), total_, what);
}

void SeasonPictures::readSession(const SessionKey& session)
{
    windowModel_.readDetails(session, this, [this](const Result<RaceDetails>& race) {
        if (!race)
            return fail(race.error());
        const Race& of = race->overview.race;
        step(RaceWords::shortTitle(of, race->overview.session));
        save(chartPictures(*race, !windowModel_.hidden().hides(of)));
    });
}

void SeasonPictures::readSeason()
{
    step(tr("Season %1").arg(season_));
    windowModel_.readSeason(season_, {}, simulation_, this, [this](const Result<SeasonView>& newest) {
        if (cancelled_)
            return end();
        if (!newest)
            return fail(newest.error());
        const auto until = lastToTell(*newest, windowModel_.hidden());
        if (!until)
            return takeSeason(*newest);
        windowModel_.readSeason(season_, until, simulation_, this, [this](const Result<SeasonView>& view) {
            if (cancelled_)
                return end();
            if (!view)
                return fail(view.error());
            takeSeason(*view);
        });
    });
}

// The odds need every round before, from what was known then.
void SeasonPictures::takeSeason(const SeasonView& view)
{
    rounds_[view.after] = std::make_shared<const SeasonView>(view);
    roundsLeft_ = {0};
    for (const int round : view.rounds)
        if (round < view.after)
            roundsLeft_.push_back(round);
    readRounds();
}

void SeasonPictures::readRounds()
{
    if (cancelled_)
        return end();
    const SeasonView& newest = *rounds_.rbegin()->second;
    if (roundsLeft_.empty() || newest.after == 0) {
        ChartPictures pictures = chartPictures(newest, rounds_);
        const SeasonSession& asked = windowModel_.seasonSession();
        if (asked.view() && asked.view()->year == season_ && asked.view()->after == newest.after)
            std::ranges::move(whatIfPictures(asked), std::back_inserter(pictures));
        return save(pictures);
    }
    const int round = roundsLeft_.front();
    roundsLeft_.pop_front();
    windowModel_.readSeason(season_, round, simulation_, this, [this, round](const Result<SeasonView>& view) {
        if (view)
            rounds_[round] = std::make_shared<const SeasonView>(*view);
        readRounds();
    });
}

void SeasonPictures::readRecord()
{
    step(tr("Track record %1").arg(season_));
    windowModel_.readRecordOf(season_, this, [this](const Result<TrackRecord>& record) {
        if (!record)
            return fail(record.error());
        save(chartPictures(season_, *record));
    });
}

void SeasonPictures::readLeague()
{
    step(tr("League %1").arg(season_));
    windowModel_.readLeagueOf(season_, this, [this](const Result<League>& league) {
        if (!league)
            return fail(league.error());
        save(chartPictures(season_, *league,
                           windowModel_.settings() ? windowModel_.settings()->player : QString()));
    });
}

void SeasonPictures::save(const ChartPictures& pictures)
{
    pictures_.assign(pictures.begin(), pictures.end());
    Turns::later(this, [this] { saveNext(); });
}

void SeasonPictures::saveNext()
{
    if (cancelled_ || pictures_.empty())
        return next();
    const ChartPicture picture = pictures_.front();
    pictures_.pop_front();
    if (const Status saved = picture.chart->savePng(freeFile(folder_, picture.name + QStringLiteral(".png")));
        !saved)
        return fail(saved.error());
    ++saved_;
    Turns::later(this, [this] { saveNext(); });
}

void SeasonPictures::end()
{
    Q_EMIT finished(saved_, cancelled_);
    deleteLater();
}

void SeasonPictures::fail(const Error& error)
{
    Q_EMIT failed(error);
    deleteLater();
}

} // namespace parcferme
