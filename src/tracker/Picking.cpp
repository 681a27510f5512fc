#include "tracker/Picking.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "core/Version.h"
#include "store/LedgerJson.h"
#include "store/Transaction.h"
#include "tracker/SourceFetch.h"
#include "tracker/StartingOrder.h"

namespace parcferme {

namespace {

// Before the start, for locking and storing.
constexpr std::chrono::milliseconds LockMargin = std::chrono::seconds(20);

QJsonValue timeJson(const std::optional<QDateTime>& time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue();
}

// All that the pick was locked with: its columns, its order, and what was believed of race and clocks then.
Result<QByteArray> snapshotOf(const Pick& pick, const Race& race, const FreezeWindow& window,
                              const Present& present)
{
    return canonicalJson(QJsonObject{
        {QStringLiteral("pick"), columnsJson(pick)},
        {QStringLiteral("order"), entriesArray(pick.entries, pick.format)},
        {QStringLiteral("race"),
         QJsonObject{{QStringLiteral("year"), race.year},
                     {QStringLiteral("round"), race.round},
                     {QStringLiteral("name"), race.name},
                     {QStringLiteral("circuit"), race.circuit},
                     {QStringLiteral("start"), timeJson(race.startOf(pick.session))}}},
        {QStringLiteral("freeze_policy"), toString(window.policy)},
        {QStringLiteral("clocks"), QJsonObject{{QStringLiteral("machine"), toIso(present.machine)},
                                               {QStringLiteral("server"), timeJson(present.server)}}},
        {QStringLiteral("program"), QStringLiteral("parcferme/" PARCFERME_VERSION)}});
}

Pick pickOf(const PickDraft& draft, const PickField& field, PickKind kind, const QDateTime& now)
{
    Pick pick;
    pick.race = draft.of.race;
    pick.session = draft.of.session;
    pick.player = draft.player;
    pick.kind = kind;
    pick.createdAt = now;
    pick.winnerChance = draft.winnerChance;
    for (const QString& driver : draft.places) {
        const auto entered = std::ranges::find(field.drivers, driver, &PickEntry::driver);
        pick.entries.push_back({driver, entered->team, static_cast<int>(pick.entries.size()) + 1});
    }
    return pick;
}

} // namespace

Picking::Picking(Database& database, DataSource& source, SourceContact& contact, StoredFacts& facts,
                 const PickReading& reading, const Clock& clock, const Settings& settings)
    : database_(database), source_(source), contact_(contact), facts_(facts), reading_(reading),
      clock_(clock), settings_(settings), races_(database), sessions_(database), picks_(database),
      drafts_(database)
{
}

Result<PickField> Picking::fieldOf(const SessionKey& of) const
{
    const auto records = facts_.records();
    const auto manual = sessions_.manualGrid(of);
    if (!records || !manual)
        return tl::unexpected(!records ? records.error() : manual.error());
    return pickField(**records, of, *manual);
}

Result<FreezeWindow> Picking::windowOf(const Race& race, Session session, const QDateTime& now) const
{
    return hasStartingOrder(database_, race, session, now).map([&](bool ready) {
        return freezeWindow(race, session, ready, settings_.freezePolicy, settings_.freezeLeadMinutes, now);
    });
}

Status Picking::saveDraft(const PickDraft& given, ChangeSet& changes)
{
    PickDraft draft = given;
    draft.player = settings_.player;
    draft.savedAt = clock_.now();
    const auto race = races_.byId(draft.of.race);
    const auto locked = picks_.find(draft.of, draft.player, PickKind::Live);
    const auto field = fieldOf(draft.of);
    if (!race || !locked || !field)
        return tl::unexpected(!race ? race.error() : !locked ? locked.error() : field.error());
    const QString name = nameOf(*race, draft.of.session);
    if (race->status == RaceStatus::Cancelled)
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("%1 was cancelled: there is nothing to pick.").arg(name));
    if (*locked)
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("The picks of %1 for %2 are locked: they stay as they are.")
                        .arg(draft.player, name));
    if (auto status = checkDraft(draft, *field, name); !status)
        return status;
    const bool empty = draft.filled() == 0 && !draft.winnerChance;
    if (auto status = empty ? drafts_.remove(draft.of, draft.player) : drafts_.save(draft); !status)
        return status;
    changes.picks.insert(draft.of.race);
    return {};
}

QCoro::Task<Result<PickOutcome>> Picking::lock(SessionKey of, Progress progress, ChangeSet& changes)
{
    const auto race = races_.byId(of.race);
    if (!race)
        co_return tl::unexpected(race.error());
    QStringList notices;
    if (const qint64 left = contact_.present().latest().msecsTo(race->startOrDate(of.session)); left > 0) {
        SourceFetch fetch(source_, contact_, database_, std::move(progress));
        DataSource::Query query;
        query.season = race->year;
        query.deadline = QDeadlineTimer(std::max<qint64>(left - LockMargin.count(), 0));
        const auto fetched = co_await fetch.calendar(query);
        fetch.addChanges(changes);
        if (!fetched)
            co_return tl::unexpected(fetched.error());
        notices = fetch.notices();
    }
    auto outcome = lockNow(of, changes);
    if (outcome)
        outcome->notices = notices;
    co_return outcome;
}

Result<PickOutcome> Picking::lockNow(const SessionKey& of, ChangeSet& changes)
{
    const QString& player = settings_.player;
    const auto answer = [&](const Pick& pick, bool created) {
        return reading_.viewOf(pick).map(
            [&](PickView&& view) { return PickOutcome{std::move(view), created, {}}; });
    };
    const auto race = races_.byId(of.race);
    const auto before = picks_.find(of, player, PickKind::Live);
    if (!race || !before)
        return tl::unexpected(!race ? race.error() : before.error());
    if (*before)
        return answer(**before, false);
    const Present present = contact_.present();
    const auto window = windowOf(*race, of.session, present.machine);
    const auto draft = drafts_.find(of, player);
    const auto field = fieldOf(of);
    if (!window || !draft || !field)
        return tl::unexpected(!window ? window.error() : !draft ? draft.error() : field.error());
    const auto kind = kindOfPick(*race, of.session, *window, present);
    if (!kind)
        return tl::unexpected(kind.error());
    const QString name = nameOf(*race, of.session);
    if (!*draft) {
        const auto late = picks_.find(of, player, PickKind::Late);
        if (!late || *late)
            return late ? answer(**late, false) : tl::unexpected(late.error());
        return fail(ErrorCode::NotFound, Sentence::tr("%1 has no draft for %2 to lock.").arg(player, name));
    }
    if (const QString lack = lackOf(**draft, *field); !lack.isEmpty())
        return fail(ErrorCode::PolicyRefused,
                    Sentence::tr("The picks for %1 are not complete (%2).").arg(name, lack));
    Pick pick = pickOf(**draft, *field, *kind, present.now());
    auto snapshot = snapshotOf(pick, *race, *window, present);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    pick.snapshot = std::move(*snapshot);
    auto transaction = Transaction::begin(database_);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto stored = picks_.append(pick);
    if (!stored)
        return tl::unexpected(stored.error());
    if (auto status = drafts_.remove(of, player); !status)
        return tl::unexpected(status.error());
    if (auto status = transaction->commit(); !status)
        return tl::unexpected(status.error());
    if (const auto status =
            database_.checkReadsBack(QStringLiteral("SELECT hash FROM picks WHERE id = ?"), {stored->id});
        !status)
        return tl::unexpected(status.error());
    changes.picks.insert(of.race);
    return answer(*stored, stored->snapshot == pick.snapshot);
}

Result<bool> Picking::hasDrafts() const
{
    return drafts_.ofPlayer(settings_.player).map([](const auto& drafts) { return !drafts.empty(); });
}

Result<Picking::News> Picking::look(ChangeSet& changes)
{
    const auto drafts = drafts_.ofPlayer(settings_.player);
    if (!drafts)
        return tl::unexpected(drafts.error());
    News news;
    const QDateTime now = contact_.present().latest();
    for (const PickDraft& draft : *drafts) {
        const auto race = races_.byId(draft.of.race);
        if (!race)
            return tl::unexpected(race.error());
        const auto start = race->startOf(draft.of.session); // at a date alone nothing begins
        if (!start || race->status == RaceStatus::Cancelled || now >= *start ||
            now < start->addSecs(-TellSeconds))
            continue;
        const auto field = fieldOf(draft.of);
        if (!field)
            return tl::unexpected(field.error());
        const bool complete = lackOf(draft, *field).isEmpty();
        if (!complete && told_.insert({draft.of, *start}).second)
            news.incomplete.push_back(draft.of);
        if (!complete || now < start->addSecs(-LockSeconds))
            continue;
        const auto locked = lockNow(draft.of, changes);
        if (!locked && locked.error().code != ErrorCode::PolicyRefused)
            return tl::unexpected(locked.error());
        if (locked && locked->created)
            news.locked.push_back(draft.of);
    }
    return news;
}

} // namespace parcferme
