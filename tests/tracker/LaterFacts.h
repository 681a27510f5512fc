#pragma once

#include "domain/Race.h"
#include "store/Database.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace parcferme {

// Changes every stored fact that is not known at a moment, in every table: what a forecast of that moment
// must not see.
class LaterFacts
{
public:
    // For a forecast of this race; in retrospect, its qualifying and its grid count as known.
    LaterFacts(const QDateTime& moment, RaceId asked, bool retrospective, quint32 seed)
        : moment_(moment), asked_(asked), retrospective_(retrospective), random_(seed)
    {
    }

    // Takes the triggers away, that would refuse what this does.
    static void unlock(Database& database);

    // Answers how many rows were changed, added or deleted.
    int spoil(Database& database, const std::vector<RaceRecord>& records);

private:
    void spoilRace(const Race& race);
    void spoilQualifying(RaceId race);
    void spoilResult(const ResultRevision& result, bool gridCounts);
    void correctLater(const Race& race, const ResultRevision& known);
    void addGridByHand(RaceId race);
    void spoilPublishedGrids(RaceId race);
    void spoilWeather(RaceId race);
    void addToLedger();
    void run(const QByteArray& sql, const QVariantList& values = {});

    QDateTime moment_;
    RaceId asked_;
    bool retrospective_;
    QRandomGenerator random_;
    Database* database_ = nullptr;
    int changed_ = 0;
};

} // namespace parcferme
