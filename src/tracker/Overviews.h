#pragma once

#include "tracker/Views.h"

namespace parcferme {

// What an overview of a race is made of.
struct RaceFactsAtHand
{
    bool hasQualifying = false; // of a sprint: its grid
    bool hasResult = false;
    bool live = false;                        // has a live prediction
    bool isVoid = false;                      // that one, frozen after the start
    bool retrospective = false;               // has a retrospective one
    bool windowSeen = false;                  // the program ran while its freeze window was open
    std::optional<EvaluationView> evaluation; // newest of the live prediction, else of the retrospective one
};

SessionState sessionState(const Race& race, Session session, const RaceFactsAtHand& facts,
                          const FreezeWindow& window, const QDateTime& present);

// Every session of these races, each as an overview of its own.
std::vector<RaceOverview> sessionsOf(const std::vector<RaceOverview>& races);

} // namespace parcferme
