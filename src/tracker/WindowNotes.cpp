#include "tracker/WindowNotes.h"

#include "core/UtcTime.h"

namespace parcferme {

namespace {

constexpr auto Seen = "window_seen";
constexpr auto Missed = "window_missed";

QString keyOf(const char* what, const Race& race, Session session)
{
    const QString key = QStringLiteral("%1:%2").arg(QLatin1StringView(what)).arg(race.id);
    return session == Session::Sprint ? key + QStringLiteral(":sprint") : key;
}

} // namespace

Status WindowNotes::noteSeen(const Race& race, Session session)
{
    const auto noted = note(Seen, race, session);
    return noted ? Status() : tl::unexpected(noted.error());
}

Result<bool> WindowNotes::wasSeen(const Race& race, Session session) const
{
    return isNoted(Seen, race, session);
}

Result<bool> WindowNotes::noteMissed(const Race& race, Session session)
{
    return note(Missed, race, session);
}

Result<bool> WindowNotes::isNoted(const char* what, const Race& race, Session session) const
{
    const auto value = state_.value(keyOf(what, race, session));
    if (!value)
        return tl::unexpected(value.error());
    return value->value_or(QString()) == toIso(race.startOrDate(session));
}

Result<bool> WindowNotes::note(const char* what, const Race& race, Session session)
{
    const auto noted = isNoted(what, race, session);
    if (!noted || *noted)
        return noted ? Result<bool>(false) : noted;
    if (auto status = state_.set(keyOf(what, race, session), toIso(race.startOrDate(session))); !status)
        return tl::unexpected(status.error());
    return true;
}

} // namespace parcferme
