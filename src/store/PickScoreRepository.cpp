#include "store/PickScoreRepository.h"

#include "domain/Columns.h"
#include "store/ScoresTable.h"

namespace parcferme {

namespace {

ScoresTable<PickScores> table()
{
    return {"pick_metrics", "pick_id", pickScoreColumns()};
}

} // namespace

Result<PickScores> PickScoreRepository::add(const PickScores& scores)
{
    return table().add(*database_, scores, scores.pick);
}

Result<std::vector<PickScores>> PickScoreRepository::ofPick(PickId pick) const
{
    return table().select(*database_, QStringLiteral("WHERE pick_id = ? ORDER BY id DESC"), {pick});
}

Result<std::vector<PickScores>> PickScoreRepository::all() const
{
    return table().select(*database_, QStringLiteral("ORDER BY id"), {});
}

} // namespace parcferme
