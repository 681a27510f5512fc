#pragma once

#include "tracker/Views.h"

#include <QCoreApplication>

namespace parcferme {

// What the Predict button does about a race now, and why, in words.
struct PredictOffer
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::PredictOffer)
public:
    enum class Role { Freeze, Preview, Retrospect, Done, Unavailable };

    Role role = Role::Unavailable;
    QString reason;

    bool operator==(const PredictOffer&) const = default;

    // race: null while none is chosen.
    static PredictOffer of(const RaceDetails* race, const QDateTime& now);
};

} // namespace parcferme
