#pragma once

#include "domain/Race.h"

#include <QStringList>

namespace parcferme {

// True when the source's rows are another official result than the stored one. From the source that the
// stored ones came from, every field that it says counts, a grid slot or a reason that came later too.
// Against another source's, order, classification, laps, time of the lead lap and points: the bundled history
// words reasons in its own way, differs in pit-lane starts, and does not know the laps of who was
// disqualified.
bool isNewResult(const std::vector<ResultRow>& stored, const std::vector<ResultRow>& fetched,
                 bool sameSource = false);

// The source's rows, with what it did not say where it is stored: laps, the time of a car that is where it
// was, and points (`withoutPoints`, by driver). An omission is no correction.
std::vector<ResultRow> withStoredFacts(const std::vector<ResultRow>& stored, std::vector<ResultRow> fetched,
                                       const QStringList& withoutPoints);

// The rows of a new revision: what the source says, but a richer stored reason ("Gearbox") stays where it now
// only says that the car retired.
std::vector<ResultRow> withRicherReasons(const std::vector<ResultRow>& stored,
                                         std::vector<ResultRow> fetched);

} // namespace parcferme
