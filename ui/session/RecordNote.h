#pragma once

#include "evaluation/Report.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace parcferme {

// The sentence that stands on the track record: whether the predicted order is any better than the grid,
// always with the number of races and the interval.
struct RecordNote
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::RecordNote)
public:
    QString lead;
    QString words;
    bool warning = false;

    // The newest season where the order is no better than the grid, else the whole span.
    static std::optional<RecordNote> of(const evaluation::Report& report);

private:
    static std::optional<RecordNote> ofPeriod(const evaluation::Period& period);
};

} // namespace parcferme
