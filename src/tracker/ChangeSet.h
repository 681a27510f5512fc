#pragma once

#include "domain/Race.h"

#include <QSet>

namespace parcferme {

// What a piece of work has changed in the store, for who shows it: told once, when the work is done.
struct ChangeSet
{
    QSet<RaceId> races;        // anything about them: facts, prediction, evaluations, state
    QSet<int> seasons;         // their calendar, or races of them
    QSet<RaceId> picks;        // drafts, locked picks and their scores, of these races
    bool sourceStatus = false; // reach, age of the data, requests left

    void add(const ChangeSet& other)
    {
        races.unite(other.races);
        seasons.unite(other.seasons);
        picks.unite(other.picks);
        sourceStatus = sourceStatus || other.sourceStatus;
    }
    bool isEmpty() const { return races.isEmpty() && seasons.isEmpty() && picks.isEmpty() && !sourceStatus; }
};

} // namespace parcferme
