#include "tracker/LeftOut.h"

#include <algorithm>

namespace parcferme {

void sayLeftOut(EvaluationView& view, const Prediction& prediction, const ResultRevision& result)
{
    const auto started = [&](const QString& driver) {
        return std::ranges::any_of(
            result.rows, [&](const ResultRow& row) { return row.driver == driver && row.starter(); });
    };
    for (const ResultRow& row : result.rows)
        if (row.starter() && std::ranges::find(prediction.entries, row.driver, &PredictionEntry::driver) ==
                                 prediction.entries.end())
            view.notForecast.append(row.driver);
    for (const PredictionEntry& entry : prediction.entries)
        if (!started(entry.driver))
            view.notStarted.append(entry.driver);
}

} // namespace parcferme
