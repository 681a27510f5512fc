#pragma once

#include "source/DataSource.h"
#include "store/Database.h"

#include <QSet>
#include <QStringList>

namespace parcferme {

// Puts what the source sent into the store. Every call is one transaction: all of an answer or nothing. What
// is empty never replaces anything.
class SourceIntake
{
public:
    explicit SourceIntake(Database& database) : database_(database) {}

    struct Taken
    {
        int newRaces = 0;
        int newRevisions = 0;
        int newQualifyings = 0; // of races that had none
        QSet<RaceId> changed;
        QStringList notices; // what the user should be told: races moved, cancelled, results corrected
    };

    Result<Taken> takeCalendar(int season, const Fetched<DataSource::Calendar>& fetched);
    Result<Taken> takeQualifying(int season, const Fetched<DataSource::Qualifyings>& fetched);
    Result<Taken> takeSprints(int season, const Fetched<DataSource::Results>& fetched);
    Result<Taken> takeResults(int season, const Fetched<DataSource::Results>& fetched);

private:
    Database& database_;
};

} // namespace parcferme
