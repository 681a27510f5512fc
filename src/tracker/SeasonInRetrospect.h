#pragma once

#include "tracker/Tracker.h"

#include <QCoroTask>
#include <QList>

namespace parcferme {

// What became of the sessions of a season that have a result.
struct SeasonInRetrospect
{
    struct Made
    {
        Race race;
        Session session = Session::Race;
        PredictionId id = 0;
        PredictionKind kind = PredictionKind::Retrospective;
        QByteArray hash;
        bool created = false; // false: it was predicted before
    };
    struct Refused
    {
        Race race;
        Session session = Session::Race;
        Error why;
    };

    int year = 0;
    int of = 0; // sessions that have a result
    std::vector<Made> made;
    std::vector<Refused> refused;
    bool stopped = false; // by the Progress; what was made until then stays

    int created() const;
};

// Predicts every session of these kinds that has a result and no prediction yet, from what was known before
// its start, each as a record of its own, in the order of the season. From what is stored: no source is
// asked. One that cannot be predicted does not keep the others from it. Errors: NotFound when nothing of the
// season has a result; those of the store.
QCoro::Task<Result<SeasonInRetrospect>> predictInRetrospect(Tracker& tracker, int year,
                                                            QList<Session> sessions, Progress progress);

} // namespace parcferme
