// What is written to files from the tracker's side.
#include "export/Calendar.h"
#include "export/CsvWriter.h"
#include "ui/session/WindowModel.h"

namespace parcferme {

void WindowModel::exportProof(const QString& file)
{
    tracker_.ask(
        this,
        [file](Tracker& tracker) {
            return tracker.proof().and_then(
                [&](const QByteArray& proof) { return writeFile(file, proof).map([&] { return file; }); });
        },
        [this](const Result<QString>& written) {
            if (!written)
                return tellError(tr("The proof was not exported:"), written.error(), {});
            Q_EMIT message({Severity::Done, tr("Proof exported."), *written, {}, {}});
        });
}

void WindowModel::exportCalendar(const QString& file)
{
    tracker_.ask(
        this,
        [file, year = season_](Tracker& tracker) {
            return tracker.races(year).and_then([&](const std::vector<RaceOverview>& races) {
                return writeFile(file, calendarText(races, tracker.present())).map([&] { return file; });
            });
        },
        [this](const Result<QString>& written) {
            if (!written)
                return tellError(tr("The calendar was not exported:"), written.error(), {});
            Q_EMIT message({Severity::Done, tr("Calendar exported."), *written, {}, {}});
        });
}

} // namespace parcferme
