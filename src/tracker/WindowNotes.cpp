#include "tracker/WindowNotes.h"

#include "core/UtcTime.h"

namespace parcferme {

namespace {

constexpr auto Seen = "window_seen";
constexpr auto Missed = "window_missed";

QString keyOf(const char* what, const Race& race)
{
    return QStringLiteral("%1:%2").arg(QLatin1StringView(what)).arg(race.id);
}

} // namespace

Status WindowNotes::noteSeen(const Race& race)
{
    const auto noted = note(Seen, race);
    return noted ? Status() : tl::unexpected(noted.error());
}

Result<bool> WindowNotes::wasSeen(const Race& race) const
{
    return isNoted(Seen, race);
}

Result<bool> WindowNotes::noteMissed(const Race& race)
{
    return note(Missed, race);
}

Result<bool> WindowNotes::isNoted(const char* what, const Race& race) const
{
    const auto value = state_.value(keyOf(what, race));
    if (!value)
        return tl::unexpected(value.error());
    return value->value_or(QString()) == toIso(race.startOrDate());
}

Result<bool> WindowNotes::note(const char* what, const Race& race)
{
    const auto noted = isNoted(what, race);
    if (!noted || *noted)
        return noted ? Result<bool>(false) : noted;
    if (auto status = state_.set(keyOf(what, race), toIso(race.startOrDate())); !status)
        return tl::unexpected(status.error());
    return true;
}

} // namespace parcferme
