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

    struct Report
    {
        int newRaces = 0;
        int newRevisions = 0;
        int newQualifyings = 0; // of races that had none
        QSet<RaceId> changed;
        QSet<int> seasons;   // of them
        QStringList notices; // what the user should be told: races moved, cancelled, results corrected
    };

    Result<Report> storeCalendar(int season, const Fetched<DataSource::Calendar>& fetched);
    Result<Report> storeQualifying(int season, const Fetched<DataSource::Qualifyings>& fetched);
    // Of races or of sprints.
    Result<Report> storeResults(Session session, int season, const Fetched<DataSource::Results>& fetched);

private:
    Database& database_;
};

} // namespace parcferme
