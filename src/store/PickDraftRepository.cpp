#include "store/PickDraftRepository.h"

#include "core/UtcTime.h"
#include "domain/Words.h"
#include "store/Players.h"
#include "store/Transaction.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace parcferme {

namespace {

Result<PickDraft> readDraft(const Statement& row)
{
    const auto session = sessionFromString(row.text(1));
    const auto savedAt = timeFromIso(row.text(5));
    if (!session || !savedAt)
        return tl::unexpected(!session ? session.error() : savedAt.error());
    PickDraft draft;
    draft.of = {row.integer(0), *session};
    draft.player = row.text(2);
    const QJsonArray places = QJsonDocument::fromJson(row.text(3).toUtf8()).array();
    for (const QJsonValue& driver : places)
        draft.places.append(driver.toString());
    if (!row.isNull(4))
        draft.winnerChance = row.value(4).toDouble();
    draft.savedAt = *savedAt;
    return draft;
}

Result<std::vector<PickDraft>> select(Database& database, const QString& where, const QVariantList& values)
{
    auto rows =
        database.run(QStringLiteral("SELECT race_id, session, player, places, winner_chance, saved_at "
                                    "FROM pick_drafts WHERE %1 ORDER BY player, race_id, session")
                         .arg(where),
                     values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<PickDraft> drafts;
    const Status read = rows->each([&](const Statement& row) -> Status {
        auto draft = readDraft(row);
        if (!draft)
            return tl::unexpected(draft.error());
        drafts.push_back(std::move(*draft));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return drafts;
}

} // namespace

Status PickDraftRepository::save(const PickDraft& draft)
{
    if (Status own = checkIsPlayer(*database_, draft.player); !own)
        return own;
    auto transaction = Transaction::begin(*database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (Status status = remove(draft.of, draft.player); !status)
        return status;
    const QByteArray places =
        QJsonDocument(QJsonArray::fromStringList(draft.places)).toJson(QJsonDocument::Compact);
    auto done = database_->run(
        QStringLiteral("INSERT INTO pick_drafts (race_id, session, player, places, winner_chance, saved_at) "
                       "VALUES (?, ?, ?, ?, ?, ?)"),
        {draft.of.race, toString(draft.of.session), draft.player, QString::fromUtf8(places),
         draft.winnerChance ? QVariant(*draft.winnerChance) : QVariant(), toIso(draft.savedAt)});
    return done ? transaction->commit() : tl::unexpected(done.error());
}

Status PickDraftRepository::remove(const SessionKey& of, const QString& player)
{
    auto done = database_->run(
        QStringLiteral("DELETE FROM pick_drafts WHERE race_id = ? AND session = ? AND player = ?"),
        {of.race, toString(of.session), player});
    return done ? Status() : tl::unexpected(done.error());
}

Result<std::optional<PickDraft>> PickDraftRepository::find(const SessionKey& of, const QString& player) const
{
    auto found = select(*database_, QStringLiteral("race_id = ? AND session = ? AND player = ?"),
                        {of.race, toString(of.session), player});
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<PickDraft>> PickDraftRepository::ofSession(const SessionKey& of) const
{
    return select(*database_, QStringLiteral("race_id = ? AND session = ?"), {of.race, toString(of.session)});
}

Result<std::vector<PickDraft>> PickDraftRepository::ofPlayer(const QString& player) const
{
    return select(*database_, QStringLiteral("player = ?"), {player});
}

} // namespace parcferme
