#include "ui/session/RecordNote.h"

#include "tables/Format.h"
#include "tables/SeasonModel.h"

namespace parcferme {

std::optional<RecordNote> RecordNote::of(const evaluation::Report& report)
{
    const evaluation::Period* newest = nullptr;
    for (const evaluation::Period& period : report.seasons)
        if (!newest || period.season > newest->season)
            newest = &period;
    if (newest && report.seasons.size() > 1)
        if (const auto note = ofPeriod(*newest); note && note->warning)
            return note;
    return ofPeriod(report.all);
}

std::optional<RecordNote> RecordNote::ofPeriod(const evaluation::Period& period)
{
    const auto difference = gridDifference(period, "position_mae");
    const auto grid = period.baselines.find("grid");
    if (!difference || grid == period.baselines.end() || !period.model.positionMae ||
        !grid->second.positionMae)
        return std::nullopt;
    RecordNote note;
    if (difference->races < 2) { // no interval, so nothing to claim
        note.lead = tr("One race proves little.");
        note.words = tr("Mean error %1 positions against %2 of the grid order.")
                         .arg(format::number(*period.model.positionMae, 2),
                              format::number(*grid->second.positionMae, 2));
        return note;
    }
    note.warning = difference->mean >= 0;
    const QString when = period.season ? tr("In %1").arg(*period.season) : tr("Over all these races");
    // A claim only where the interval makes it.
    note.lead =
        difference->high < 0  ? tr("%1 the predicted order is better than the grid.").arg(when)
        : difference->low > 0 ? tr("%1 the predicted order is worse than the grid.").arg(when)
        : note.warning
            ? tr("%1 the predicted order is no better than the grid, and not clearly worse.").arg(when)
            : tr("%1 the predicted order is not clearly better than the grid.").arg(when);
    note.words =
        tr("Mean error %1 against %2 over %n races, difference %3 (95 %: %4 to %5).", nullptr,
           period.model.races)
            .arg(format::number(*period.model.positionMae, 2), format::number(*grid->second.positionMae, 2),
                 format::signedNumber(difference->mean, 2), format::signedNumber(difference->low, 2),
                 format::signedNumber(difference->high, 2));
    if (const auto rps = gridDifference(period, "rps"); rps && period.model.rps && grid->second.rps)
        note.words +=
            u'\n' + (rps->high < 0  ? tr("Its probabilities score better (RPS %1 against %2).")
                     : rps->low > 0 ? tr("Its probabilities score worse (RPS %1 against %2).")
                                    : tr("Its probabilities do not clearly score better or worse "
                                         "(RPS %1 against %2)."))
                        .arg(format::number(*period.model.rps, 4), format::number(*grid->second.rps, 4));

    return note;
}

} // namespace parcferme
