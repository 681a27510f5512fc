#include "tracker/SeasonReading.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "season/Simulation.h"
#include "store/Transaction.h"
#include "tracker/SeasonFacts.h"

#include <algorithm>
#include <array>

namespace parcferme {

namespace {

constexpr std::size_t OutcomesKept = 3;
constexpr std::array RuleChanges = {2009, 2014, 2017, 2022, 2026};

qsizetype knownResults(const std::vector<RaceRecord>& records, const QDateTime& now)
{
    qsizetype known = 0;
    for (const RaceRecord& record : records)
        for (const Session session : {Session::Race, Session::Sprint})
            if (const ResultRevision* result = resultKnownAt(record, now, session))
                known += result->revision;
    return known;
}

season::Condition::Kind kindOf(SeasonCondition::Kind kind)
{
    switch (kind) {
    case SeasonCondition::Kind::OnThePodium:
        return season::Condition::Kind::OnThePodium;
    case SeasonCondition::Kind::DoesNotScore:
        return season::Condition::Kind::ScoresAtMost;
    case SeasonCondition::Kind::Wins:
        break;
    }
    return season::Condition::Kind::Wins;
}

} // namespace

SeasonReading::SeasonReading(Database& database, StoredFacts& facts, const Clock& clock)
    : database_(database), facts_(facts), clock_(clock), races_(database)
{
}

Result<SeasonView> SeasonReading::season(int year, const std::optional<int>& after, const Progress& progress)
{
    auto view = standings(year, after);
    if (!view)
        return view;
    auto expected = forecast(*view, progress);
    if (!expected)
        return tl::unexpected(expected.error());
    view->forecast = std::move(*expected);
    return view;
}

Result<season::Conditional> SeasonReading::whatIf(int year, int after, const SeasonCondition& condition,
                                                  const Progress& progress)
{
    const auto view = standings(year, after);
    if (!view)
        return tl::unexpected(view.error());
    const auto played = outcomes(*view, progress);
    if (!played)
        return tl::unexpected(played.error());
    const auto nothingLeft = [&] {
        return fail(ErrorCode::Usage, Sentence::tr("Round %1 of %2 is not among the races that are left.")
                                          .arg(condition.round)
                                          .arg(year));
    };
    if (!*played)
        return nothingLeft();
    const auto& events = (*played)->events();
    const auto wanted =
        condition.session == Session::Sprint ? season::Session::Sprint : season::Session::Race;
    const auto event = std::ranges::find_if(
        events, [&](const season::Event& e) { return e.round == condition.round && e.session == wanted; });
    if (event == events.end())
        return nothingLeft();
    const auto& lineup = (*played)->lineup();
    const auto driver = std::ranges::find(lineup, condition.driver.toStdString(), &season::Starter::driver);
    if (driver == lineup.end())
        return fail(ErrorCode::Usage,
                    Sentence::tr("%1 is not among the drivers of the races left.").arg(condition.driver));
    season::Condition asked;
    asked.event = static_cast<std::size_t>(event - events.begin());
    asked.driver = static_cast<std::size_t>(driver - lineup.begin());
    asked.kind = kindOf(condition.kind);
    return season::whatIf(**played, asked);
}

Result<SeasonView> SeasonReading::standings(int year, const std::optional<int>& after)
{
    const auto state = Transaction::begin(database_, Transaction::Mode::Read);
    if (!state)
        return tl::unexpected(state.error());
    const auto records = facts_.records();
    if (!records)
        return tl::unexpected(records.error());
    const QDateTime now = clock_.now();
    forgetIfChanged(**records, now);
    const std::vector<const RaceRecord*> weekends = weekendsOf(**records, year);
    if (weekends.empty())
        return fail(ErrorCode::Usage, Sentence::tr("No race of the season %1 is stored.").arg(year));
    season::SeasonFacts facts = seasonFacts(weekends, year, now);
    SeasonView view;
    view.year = year;
    for (const RaceRecord* record : weekends)
        view.calendar.push_back(record->race);
    view.rounds = roundsRun(facts);
    view.missing = missingResults(weekends, now);
    view.newRules = std::ranges::find(RuleChanges, year) != RuleChanges.end();
    view.after = after.value_or(view.rounds.empty() ? 0 : view.rounds.back());
    if (view.after != 0 && std::ranges::find(view.rounds, view.after) == view.rounds.end())
        return fail(ErrorCode::Usage,
                    Sentence::tr("No result of round %1 of %2 is stored.").arg(view.after).arg(year));
    if (view.after == 0) { // nobody has a row yet: those who will take part are level
        const auto field = strength(year, 0, Progress());
        if (!field)
            return tl::unexpected(field.error());
        if (*field)
            for (const season::Starter& starter : (*field)->lineup)
                facts.entrants.push_back({starter.driver, starter.team});
    }
    view.left = season::eventsLeft(facts, view.after);
    view.drivers = season::driverStandings(facts, view.after);
    view.teams = season::teamStandings(facts, view.after);
    view.soFar = pointsByRound(facts, view.rounds, view.after);
    auto people = this->people(view, weekends);
    if (!people)
        return tl::unexpected(people.error());
    view.people = std::move(*people);
    return view;
}

Result<People> SeasonReading::people(const SeasonView& view,
                                     const std::vector<const RaceRecord*>& weekends) const
{
    const auto drivers = races_.drivers();
    const auto teams = races_.teams();
    if (!drivers || !teams)
        return tl::unexpected(!drivers ? drivers.error() : teams.error());
    People people;
    for (const season::Standing& line : view.drivers.lines) {
        const QString id = QString::fromStdString(line.id);
        people.drivers.insert(id, drivers->value(id));
    }
    for (const season::Standings* table : {&view.drivers, &view.teams})
        for (const season::Standing& line : table->lines)
            for (const std::string& name : {line.team, line.id})
                if (const auto team = teams->constFind(QString::fromStdString(name));
                    team != teams->constEnd())
                    people.teams.insert(team.key(), *team);
    for (const RaceRecord* record : weekends)
        if (!record->revisions.empty() && (record->race.round <= view.after || people.numbers.isEmpty()))
            for (const ResultRow& row : record->revisions.back().rows)
                if (row.number)
                    people.numbers.insert(row.driver, *row.number);
    return people;
}

void SeasonReading::forgetIfChanged(const std::vector<RaceRecord>& records, const QDateTime& now)
{
    const qsizetype known = knownResults(records, now);
    if (revision_ == facts_.revision() && known_ == known)
        return;
    revision_ = facts_.revision();
    known_ = known;
    strengths_.clear();
    forecasts_.clear();
    simulated_.clear();
}

Result<const SeasonStrength*> SeasonReading::strength(int year, int after, const Progress& progress)
{
    auto ofYear = strengths_.find(year);
    if (ofYear == strengths_.end()) {
        const auto records = facts_.records();
        if (!records)
            return tl::unexpected(records.error());
        auto made = seasonStrengths(**records, year, year, clock_.now(), progress);
        if (!made)
            return tl::unexpected(made.error());
        ofYear = strengths_.emplace(year, std::move(*made)).first;
    }
    // After a sprint whose Grand Prix is to come, those of the Grand Prix before.
    const auto next = ofYear->second.upper_bound({year, after});
    return next == ofYear->second.begin() ? nullptr : &std::prev(next)->second;
}

Result<std::shared_ptr<const season::Outcomes>> SeasonReading::outcomes(const SeasonView& view,
                                                                        const Progress& progress)
{
    const Place place(view.year, view.after);
    const auto kept = std::ranges::find(simulated_, place, &Simulated::place);
    if (kept != simulated_.end())
        return kept->outcomes;
    const auto strength = this->strength(view.year, view.after, progress);
    if (!strength)
        return tl::unexpected(strength.error());
    if (!*strength || view.left.empty())
        return nullptr;
    const season::Origin origin = originOf({view.year, view.after}, **strength, view.drivers, view.teams);
    season::SimulationSettings settings;
    settings.scale = varianceScale(view.year);
    if (const auto wrong = season::breaches(origin, view.left, settings); !wrong.empty())
        return fail(ErrorCode::Data, Sentence::tr("The rest of %1 cannot be simulated: %2.")
                                         .arg(view.year)
                                         .arg(QString::fromStdString(wrong.front())));
    auto played = season::simulate(origin, view.left, settings, progress.stopToken());
    if (!played)
        return fail(ErrorCode::Cancelled, Sentence::tr("The simulation was stopped."));
    simulated_.push_front({place, std::make_shared<const season::Outcomes>(std::move(*played))});
    if (simulated_.size() > OutcomesKept)
        simulated_.pop_back();
    return simulated_.front().outcomes;
}

Result<std::shared_ptr<const SeasonForecast>> SeasonReading::forecast(const SeasonView& view,
                                                                      const Progress& progress)
{
    auto& kept = forecasts_[{view.year, view.after}];
    if (kept)
        return kept;
    const auto played = outcomes(view, progress);
    if (!played)
        return tl::unexpected(played.error());
    if (!*played)
        return nullptr;
    SeasonForecast forecast;
    forecast.outlook = season::outlook(**played);
    forecast.scale = varianceScale(view.year);
    forecast.lineup = (*played)->lineup();
    forecast.driverPaths = season::paths(**played, season::Contestants::Drivers);
    forecast.teamPaths = season::paths(**played, season::Contestants::Teams);
    kept = std::make_shared<const SeasonForecast>(std::move(forecast));
    return kept;
}

} // namespace parcferme
