#pragma once

#include "tables/TableModel.h"
#include "tracker/OddsReview.h"

namespace parcferme {

// How good title odds and final points of past seasons were: a row for each span of seasons and round, with
// the simulation beside the season's own rate and the last ten weekends.
class OddsReviewModel : public TableModel
{
    Q_OBJECT
public:
    explicit OddsReviewModel(QObject* parent = nullptr);
    void show(const std::vector<OddsSummary>& summaries);
};

// What the seasons since the model was chosen say, in a sentence: better only where the interval says so.
// Empty where there are none.
QString oddsVerdict(const std::vector<OddsSummary>& summaries);

} // namespace parcferme
