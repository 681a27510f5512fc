#include "store/Players.h"

#include "core/Sentence.h"

namespace parcferme {

Status checkIsPlayer(Database& database, const QString& player)
{
    const QString query = database.dialect().onlyPlayer();
    if (query.isEmpty())
        return {};
    auto row = database.run(query);
    if (!row)
        return tl::unexpected(row.error());
    const QString only = row->next() ? row->text(0) : QString();
    if (Status status = row->status(); !status)
        return status;
    if (only.isEmpty() || only == player)
        return {};
    return fail(ErrorCode::PolicyRefused,
                Sentence::tr("The database server knows you as %1: it takes no picks of %2 from you.")
                    .arg(only, player),
                Sentence::tr("Play under that name (Preferences, or --player %1).").arg(only));
}

} // namespace parcferme
