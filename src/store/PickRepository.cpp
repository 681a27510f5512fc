#include "store/PickRepository.h"

#include "domain/Words.h"
#include "store/Players.h"

namespace parcferme {

Result<Pick> PickRepository::append(const Pick& draft)
{
    if (const Status own = checkIsPlayer(*database_, draft.player); !own)
        return tl::unexpected(own.error());
    return chain_.append(draft, QStringLiteral("race_id = ? AND session = ? AND player = ? AND kind = ?"),
                         {draft.race, toString(draft.session), draft.player, toString(draft.kind)});
}

Result<std::optional<Pick>> PickRepository::find(const SessionKey& of, const QString& player,
                                                 PickKind kind) const
{
    auto found = chain_.read(QStringLiteral("race_id = ? AND session = ? AND player = ? AND kind = ?"),
                             {of.race, toString(of.session), player, toString(kind)});
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<Pick>> PickRepository::ofSession(const SessionKey& of) const
{
    return chain_.read(QStringLiteral("race_id = ? AND session = ?"), {of.race, toString(of.session)});
}

Result<std::vector<Pick>> PickRepository::ofRace(RaceId race) const
{
    return chain_.read(QStringLiteral("race_id = ?"), {race});
}

Result<QStringList> PickRepository::players() const
{
    auto rows = database_->run(QStringLiteral("SELECT DISTINCT player FROM picks ORDER BY player"));
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList players;
    const Status read = rows->each([&](const Statement& row) -> Status {
        players.append(row.text(0));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return players;
}

Result<std::vector<Pick>> PickRepository::all() const
{
    return chain_.read();
}

} // namespace parcferme
