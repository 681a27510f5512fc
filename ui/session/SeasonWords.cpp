#include "ui/session/SeasonWords.h"

#include "tables/Format.h"
#include "tables/Names.h"

#include <QLocale>

#include <algorithm>

namespace parcferme {

namespace {

using Kind = SeasonHeaderState::Kind;
using Side = season::Contestants;

QString grouped(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

QString listed(const QStringList& names)
{
    if (names.size() < 2)
        return names.join(QString());
    return SeasonWords::tr("%1 and %2")
        .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.last());
}

const season::Standing* lineOf(const season::Standings& table, const QString& id)
{
    const auto found = std::ranges::find(table.lines, id.toStdString(), &season::Standing::id);
    return found == table.lines.end() ? nullptr : &*found;
}

} // namespace

std::vector<const Race*> SeasonWords::missingRaces(const SeasonView& view)
{
    std::vector<const Race*> missing;
    if (view.after != (view.rounds.empty() ? 0 : view.rounds.back()))
        return missing; // of a round chosen before, nothing is missing
    for (const Race& race : view.calendar)
        if (std::ranges::any_of(view.missing, [&](const SessionKey& key) { return key.race == race.id; }))
            missing.push_back(&race);
    return missing;
}

Kind SeasonWords::kindOf(const SeasonView& view)
{
    const int newest = view.rounds.empty() ? 0 : view.rounds.back();
    if (view.isOver())
        return Kind::Final;
    if (view.after != newest)
        return Kind::Retrospect;
    return missingRaces(view).empty() ? Kind::Live : Kind::Missing;
}

std::optional<SeasonNote> SeasonWords::note(const SeasonView& view, Side side)
{
    if (const auto missing = missingRaces(view); !missing.empty()) {
        QStringList names;
        for (const Race* race : missing) {
            const bool sprintOnly =
                std::ranges::find(view.missing, SessionKey(race->id)) == view.missing.end();
            names << (sprintOnly ? tr("the sprint of %1").arg(shortRaceName(*race)) : shortRaceName(*race));
        }
        names.front().replace(0, 1, names.front().front().toUpper());
        if (names.size() > 4)
            names = {names.mid(0, 3).join(QStringLiteral(", ")),
                     tr("%n others", nullptr, int(names.size()) - 3)};
        return SeasonNote{Severity::Warning,
                          missing.size() == 1
                              ? tr("%1 has been run and is not fetched.").arg(names.front())
                              : tr("%1 have been run and are not fetched.").arg(listed(names)),
                          tr("The odds treat what is missing as still to come."), true};
    }
    if (view.after == 0 && view.newRules)
        return SeasonNote{
            Severity::Info, tr("The rules change this season."),
            tr("Strengths are those of last year with much less certainty. Expect the odds to move fast."),
            false};
    const season::Standings& table = standings::tableOf(view, side);
    if (!table.decided || view.isOver())
        return std::nullopt;
    const season::Standing& champion = table.lines.front();
    SeasonNote note{Severity::Info,
                    tr("%1 is champion.").arg(standings::fullName(view.people, side, champion)),
                    {},
                    false};
    const double lead = table.lines.size() > 1 ? champion.points - table.lines[1].points : champion.points;
    const int left = side == Side::Drivers ? table.left.driver : table.left.team;
    note.words = side == Side::Drivers
                     ? tr("He leads by %1 points and %2 are left.").arg(standings::points(lead)).arg(left)
                     : tr("It leads by %1 points and %2 are left.").arg(standings::points(lead)).arg(left);
    const season::Standings& other = side == Side::Drivers ? view.teams : view.drivers;
    if (other.decided && other.lines.front().contest.since) {
        const int since = *other.lines.front().contest.since;
        note.words += u' ' + (side == Side::Drivers
                                  ? tr("The teams’ title is decided too, since round %1.").arg(since)
                                  : tr("The drivers’ title is decided too, since round %1.").arg(since));
    }
    return note;
}

std::optional<SeasonWords::Sentence> SeasonWords::sentence(const SeasonView& view, Side side,
                                                           const QString& id)
{
    const season::Standings& table = standings::tableOf(view, side);
    const season::Standing* line = lineOf(table, id);
    if (!line || view.isOver() || view.after == 0)
        return std::nullopt;
    const bool driver = side == Side::Drivers;
    const QString name = standings::fullName(view.people, side, *line);
    const int left = driver ? table.left.driver : table.left.team;
    const season::Contest& contest = line->contest;
    if (contest.champion)
        return Sentence{tr("%1 is champion.").arg(name),
                        contest.since ? tr("It is certain since round %1.").arg(*contest.since) : QString()};
    if (!contest.canWin) {
        const QString behind = standings::points(table.lines.front().points - line->points);
        if (line->shutOut)
            return Sentence{tr("%1 cannot win any more.").arg(name), tr("By a ruling of the sport.")};
        return Sentence{tr("%1 cannot win any more.").arg(name),
                        driver ? tr("He is %1 behind and %2 are left.").arg(behind).arg(left)
                               : tr("It is %1 behind and %2 are left.").arg(behind).arg(left)};
    }
    if (contest.leadsBy)
        return Sentence{tr("%1 leads by %2.").arg(name, standings::points(*contest.leadsBy)),
                        driver ? tr("%n points are left.", nullptr, left)
                               : tr("%n points are left for a team.", nullptr, left)};
    if (!contest.needs)
        return std::nullopt;
    const season::Standing* than = lineOf(table, QString::fromStdString(contest.needs->than));
    const QString rival = than ? standings::shortName(view.people, side, *than) : QString();
    const QString needed = standings::points(contest.needs->points);
    return Sentence{tr("%1 can still win.").arg(name),
                    (driver ? tr("Of the %1 points left he needs at least %2 more than %3.")
                            : tr("Of the %1 points left for a team it needs at least %2 more than %3."))
                        .arg(QString::number(left), needed, rival)};
}

QString SeasonWords::asOf(const SeasonView& view, int round, bool narrow)
{
    if (round == 0)
        return tr("before round 1");
    const Race* race = view.race(round);
    return race && !narrow ? tr("round %1, %2").arg(QString::number(round), shortRaceName(*race))
                           : tr("round %1").arg(round);
}

// Empty for a Grand Prix that is not the next: it is called by its name.
QString SeasonWords::event(const SeasonView& view, const SeasonCondition& condition)
{
    const QString race = standings::raceName(view, condition.round);
    const auto wanted =
        condition.session == Session::Sprint ? season::Session::Sprint : season::Session::Race;
    const auto next = std::ranges::find_if(view.left, [&](const season::Event& event) {
        return event.session == wanted && view.isToCome(event);
    });
    const bool isNext = next != view.left.end() && next->round == condition.round;
    if (condition.session == Session::Sprint)
        return isNext ? tr("the next sprint, %1").arg(race) : tr("the sprint of %1").arg(race);
    return isNext ? tr("the next race, %1").arg(race) : QString();
}

QString SeasonWords::condition(const SeasonView& view, const SeasonCondition& condition)
{
    const QString event = SeasonWords::event(view, condition);
    const QString race = standings::raceName(view, condition.round);
    switch (condition.kind) {
    case SeasonCondition::Kind::OnThePodium:
        return event.isEmpty() ? tr("is on the podium in %1", "country or place").arg(race)
                               : tr("is on the podium in %1", "the next race, ...").arg(event);
    case SeasonCondition::Kind::DoesNotScore:
        return event.isEmpty() ? tr("does not score in %1", "country or place").arg(race)
                               : tr("does not score in %1", "the next race, ...").arg(event);
    case SeasonCondition::Kind::Wins:
        break;
    }
    return event.isEmpty() ? tr("wins in %1", "country or place").arg(race)
                           : tr("wins %1", "the next race, ...").arg(event);
}

SeasonWords::Sentence SeasonWords::answer(const SeasonView& view, const SeasonCondition& condition,
                                          const season::Conditional& ifSo)
{
    if (!ifSo.outlook)
        return {tr("Too rare to say."),
                tr("It happens in %1 of %2 simulations; %3 are needed.")
                    .arg(grouped(ifSo.simulations),
                         grouped(view.forecast ? view.forecast->outlook.simulations : 0),
                         grouped(season::TooRareBelow))};
    const std::string id = condition.driver.toStdString();
    const auto now = standings::titleChance(view, Side::Drivers, id);
    const auto* then = standings::expectationOf(*ifSo.outlook, Side::Drivers, id);
    if (!now || !then)
        return {};
    return {
        {},
        tr("his title chance is %1 %, not %2 %").arg(format::percent(then->pTitle), format::percent(*now))};
}

QString SeasonWords::share(const SeasonView& view, const season::Conditional& ifSo)
{
    return tr("%1 of %2 simulations")
        .arg(grouped(ifSo.simulations), grouped(view.forecast ? view.forecast->outlook.simulations : 0));
}

} // namespace parcferme
