#include "store/GridRepository.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"
#include "store/Transaction.h"

namespace parcferme {

Result<std::vector<OfficialGrid>> GridRepository::states(const SessionKey& of) const
{
    auto rows = database_->run(QStringLiteral("SELECT driver, position, source, fetched_at "
                                              "FROM starting_grids WHERE race_id = ? AND session = ? "
                                              "ORDER BY fetched_at, source, position = 0, position, driver"),
                               {of.race, toString(of.session)});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<OfficialGrid> grids;
    const Status read = rows->each([&](const Statement& row) -> Status {
        const auto fetchedAt = timeFromIso(row.text(3));
        if (!fetchedAt)
            return tl::unexpected(fetchedAt.error());
        if (grids.empty() || grids.back().fetchedAt != *fetchedAt || grids.back().source != row.text(2))
            grids.push_back({of, *fetchedAt, row.text(2), {}});
        grids.back().places.push_back({row.text(0), static_cast<int>(row.integer(1))});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return grids;
}

Result<std::optional<OfficialGrid>> GridRepository::newest(const SessionKey& of) const
{
    auto grids = states(of);
    if (!grids)
        return tl::unexpected(grids.error());
    return grids->empty() ? std::nullopt : std::optional(std::move(grids->back()));
}

Result<bool> GridRepository::add(const OfficialGrid& grid)
{
    if (grid.places.empty())
        return fail(ErrorCode::Data, Sentence::tr("A starting grid without a single place is none."));
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto before = newest(grid.of);
    if (!before)
        return tl::unexpected(before.error());
    if (*before && ((*before)->places == grid.places || (*before)->fetchedAt >= grid.fetchedAt))
        return false;
    auto insert = database_->prepare(
        QStringLiteral("INSERT INTO starting_grids (race_id, session, driver, position, source, fetched_at) "
                       "VALUES (?, ?, ?, ?, ?, ?)"));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const GridPlace& place : grid.places)
        if (Status status = insert->run({grid.of.race, toString(grid.of.session), toSql(place.driver),
                                         place.position, toSql(grid.source), toIso(grid.fetchedAt)});
            !status)
            return tl::unexpected(status.error());
    if (Status status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    return true;
}

} // namespace parcferme
