#pragma once

#include "domain/Race.h"

namespace parcferme {

// What is wished of a prediction.
struct PredictOptions
{
    bool preview = false;          // stores nothing and needs no open window
    std::optional<QDateTime> asOf; // only what was known then; always a preview
    bool fetch = true;             // ask the source for what is missing first
    bool onDemand = true;          // ask the source itself, whatever the cache holds
    bool liveOnly = false;         // refused (PolicyRefused) rather than made in retrospect
    // A starting grid to try in a preview, in place of the one stored; empty: none. Errors: Usage.
    std::optional<std::vector<ManualGrid::Slot>> triedGrid;
};

} // namespace parcferme
