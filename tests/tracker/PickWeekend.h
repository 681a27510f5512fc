#pragma once

#include "MonacoWeekend.h"

// Monaco 2026 with people who pick: qualifying on 6 June at 14:00, race on 7 June at 13:00 UTC.
namespace parcferme::weekend {

struct Players
{
    explicit Players(const char* time, const char* player = "robin") : f(time)
    {
        f.settings.player = QString::fromLatin1(player);
        f.open();
        publishCalendar(f);
        race = monaco(f);
    }

    // Another person sits down before the same database.
    void sit(const char* player)
    {
        f.settings.player = QString::fromLatin1(player);
        f.open();
    }

    void fetchQualifying()
    {
        publishQualifying(f);
        QVERIFY(test::await(f.tracker->refresh(2026, Progress())));
    }

    PicksView picks() const { return f.tracker->picks(race.id).value(); }

    // The field in its order, with these moved to the top.
    PickDraft draft(const QStringList& top = {}, std::optional<double> chance = {}) const
    {
        PickDraft draft;
        draft.of = race.id;
        draft.places = top;
        for (const PickEntry& entry : picks().field)
            if (!top.contains(entry.driver))
                draft.places.append(entry.driver);
        draft.winnerChance = chance;
        return draft;
    }

    Status save(const QStringList& top = {}, std::optional<double> chance = {})
    {
        return f.tracker->savePickDraft(draft(top, chance));
    }

    Result<PickOutcome> lock() { return test::await(f.tracker->lockPick(race.id, Progress())); }

    // The start as the source says from now on.
    void moveStart(const char* time)
    {
        for (CalendarRace& published : f.source->races)
            if (published.race.id == race.id) {
                published.race.start = test::utc(time);
                published.race.eventDate = published.race.start->date();
            }
    }

    void syncResult()
    {
        const auto synced = test::await(f.tracker->syncRace(race.id, Progress()));
        QVERIFY2(synced, synced ? "" : qPrintable(synced.error().text()));
    }

    TrackerFixture f;
    Race race;
};

} // namespace parcferme::weekend
