#include "ui/session/PickOffer.h"

#include "ui/session/RaceWords.h"

#include <QLocale>

namespace parcferme {

QString PickOffer::opens(const FreezeWindow& window, const QDateTime& now)
{
    if (!window.opens)
        return tr("opens when qualifying is published");
    const QString time = QLocale().toString(window.opens->toLocalTime(), tr("ddd HH:mm"));
    if (window.policy != FreezePolicy::PostQualifying)
        return tr("opens %1").arg(time);
    return *window.opens > now ? tr("opens when qualifying is published, about %1").arg(time)
                               : tr("opens when qualifying is published, expected about %1").arg(time);
}

PickOffer PickOffer::of(const PicksView& view, int filled, const QDateTime& now)
{
    const int all = static_cast<int>(view.field.size());
    const QString start = QLocale().toString(view.start.toLocalTime(), tr("ddd HH:mm"));
    PickOffer offer;
    offer.complete = all > 0 && filled == all;
    if (view.mine) {
        offer.role = Role::Locked;
        offer.why = view.mine->counts() ? tr("Locked: it cannot be changed any more.")
                                        : tr("Locked after the start: shown, never counted.");
        offer.locking =
            offer.why + u'\n' +
            tr("It has a hash in the ledger of picks, and is judged beside the model and the grid.");
        return offer;
    }
    if (now >= view.start) {
        offer.role = Role::TooLate;
        offer.why = tr("The start is over: it would be shown, never counted.");
        offer.locking = offer.why;
        return offer;
    }
    offer.role = view.window.open ? Role::Lock : Role::Early;
    offer.why = !view.window.open ? opens(view.window, now)
                : offer.complete  ? tr("Lock my order in the ledger: it cannot be changed any more.")
                                  : tr("%n places are empty.", nullptr, all - filled);
    offer.locking =
        tr("Locks when you press Lock my picks, at the latest at the start, %1. A draft with all %2 drivers "
           "locks by itself while the program runs.")
            .arg(start)
            .arg(all) +
        u'\n' +
        tr("Then it cannot be changed, has a hash in the ledger, and is judged beside the model and the "
           "grid.") +
        u'\n' + tr("After the start nothing counts.");
    return offer;
}

} // namespace parcferme
