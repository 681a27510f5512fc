#pragma once

#include "tracker/PickViews.h"

#include <QCoreApplication>

namespace parcferme {

// What the button that locks one's picks does now, and the words beside it.
struct PickOffer
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::PickOffer)
public:
    enum class Role {
        Lock,    // the window is open
        Early,   // it opens later
        TooLate, // the session has started: kept and shown, never counted
        Locked,
    };

    Role role = Role::Early;
    bool complete = false; // else there is nothing to be locked yet
    QString why;           // in a line
    QString locking;       // for the panel that explains it; paragraphs

    // filled: places that have somebody, as they are edited now.
    static PickOffer of(const PicksView& view, int filled, const QDateTime& now);

private:
    static QString opens(const FreezeWindow& window, const QDateTime& now);
};

} // namespace parcferme
