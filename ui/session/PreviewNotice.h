#pragma once

#include "tracker/Views.h"

#include <QCoreApplication>

namespace parcferme {

// What stands above a preview: that it is not stored, when freezing opens, and its warnings.
struct PreviewNotice
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::PreviewNotice)
public:
    QString lead;
    QString words;

    static PreviewNotice of(const FreezeWindow& window, const ForecastView& preview, const QDateTime& now);
};

} // namespace parcferme
