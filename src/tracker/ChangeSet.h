#pragma once

#include "domain/Race.h"

#include <QSet>

namespace parcferme {

// What a piece of work has changed in the store, for who shows it: told once, when the work is done.
struct ChangeSet
{
    QSet<RaceId> races;        // anything about them: facts, prediction, evaluations, state
    QSet<int> seasons;         // their calendar, or races of them
    bool sourceStatus = false; // reach, age of the data, requests left

    void add(const ChangeSet& other)
    {
        races.unite(other.races);
        seasons.unite(other.seasons);
        sourceStatus = sourceStatus || other.sourceStatus;
    }
    bool isEmpty() const { return races.isEmpty() && seasons.isEmpty() && !sourceStatus; }
};

} // namespace parcferme
