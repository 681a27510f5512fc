#pragma once

#include "cli/Console.h"
#include "cli/Invocation.h"
#include "tracker/Tracker.h"

#include <QCoroTask>

namespace parcferme {

// What a command works with. Lives until its coroutine is done.
struct CommandContext
{
    Tracker& tracker;
    const Invocation& call;
    const Console& console;
};

// One command of parcferme-cli. Each lives in a file of its own that defines a function returning this.
struct Command
{
    QString name;
    QString arguments; // as in the help: "Y RACE"
    QString summary;
    qsizetype least = 0; // arguments
    qsizetype most = 0;
    QList<OptionWord> options = {};
    QString details = {};      // more for its help: whole paragraphs
    bool paints = false;       // needs fonts, and so Qt Gui, though no display
    bool asksForStamp = false; // after its answer, for the ledger's newest record, where an authority is set
    QCoro::Task<int> (*run)(CommandContext context) = nullptr;
};

Command racesCommand();
Command predictCommand();
Command syncCommand();
Command predictionCommand();
Command resultsCommand();
Command metricsCommand();
Command recordCommand();
Command seasonCommand();
Command backtestCommand();
Command explainCommand();
Command verifyCommand();
Command exportCommand();
Command refreshCommand();
Command gridCommand();
Command pairsCommand();
Command pickCommand();
Command leagueCommand();
Command pictureCommand();
Command calendarCommand();
Command copyCommand();
Command serveCommand();

// All of them, in the order of the help.
QList<Command> allCommands();

// What Y and RACE are, in a sentence for help and manual.
QString raceHelp();

// Text of `parcferme-cli --help`, and of `parcferme-cli COMMAND --help`.
QString overviewHelp();
QString commandHelp(const Command& command);

// What several commands need.
Result<int> seasonArgument(const Invocation& call, qsizetype index);
Result<Race> raceArgument(const CommandContext& context); // arguments 0 and 1: Y RACE
// The same with --session: one of its sessions. Errors: NotFound, for a weekend without a sprint.
struct ChosenSession
{
    Race race;
    Session session = Session::Race;

    SessionKey of() const { return {race.id, session}; }
};
Result<ChosenSession> sessionArgument(const CommandContext& context);
Result<RaceDetails> detailsArgument(const CommandContext& context);
QString titleOf(const Race& race, Session session); // "Abu Dhabi Grand Prix 2025, round 24", "..., sprint"
QString callOf(const char* command, const ChosenSession& session); // what to type for it

} // namespace parcferme
