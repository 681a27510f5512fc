#include "ui/session/PreviewNotice.h"

#include "tables/WarningTexts.h"
#include "ui/session/RaceWords.h"

namespace parcferme {

PreviewNotice PreviewNotice::of(const FreezeWindow& window, const ForecastView& preview, const QDateTime& now)
{
    QString words;
    if (window.open)
        words = tr("The freeze window is open: Predict locks a prediction.");
    else if (window.isOverdue(now))
        words = tr("Qualifying should be published by now: Predict fetches it and locks a prediction.");
    else if (window.opens && *window.opens > now)
        words = (window.estimated
                     ? tr("Freezing opens when the qualifying classification is published, about %1.")
                     : tr("Freezing opens %1."))
                    .arg(RaceWords::moment(*window.opens));
    if (!preview.warnings.empty())
        words += u'\n' + warningTexts(preview.warnings).join(u' ');
    return {tr("This is a preview and is not stored."), words};
}

} // namespace parcferme
