#include "tracker/Assembly.h"

#include "core/Paths.h"
#include "core/Sentence.h"
#include "source/jolpica/JolpicaSource.h"
#include "source/openf1/OpenF1Source.h"
#include "source/openmeteo/OpenMeteoSource.h"
#include "source/timestamp/HttpTimestampAuthority.h"
#include "store/HistoryUpdate.h"
#include "tracker/Recovery.h"

namespace parcferme {

namespace {

// The program works without its history, so a bundle that cannot be read is told, not fatal. A store that
// cannot be written is.
Status mergeHistory(Database& database, Assembled& assembled)
{
    const QString bundle = bundledHistoryFile();
    if (bundle.isEmpty()) {
        assembled.notices.append(
            Sentence::tr("The bundled history was not found beside the program; only what the "
                         "database holds is known."));
        return {};
    }
    const auto report = HistoryUpdate(database).mergeIfNewer(bundle);
    if (report)
        assembled.firstStart = report->merged;
    else if (report.error().code == ErrorCode::Io || report.error().code == ErrorCode::DamagedDatabase)
        assembled.notices.append(report.error().text());
    else
        return tl::unexpected(report.error());
    return {};
}

std::vector<std::unique_ptr<DataSource>> furtherSources(const Settings& settings,
                                                        const std::shared_ptr<HttpClient>& http)
{
    std::vector<std::unique_ptr<DataSource>> sources;
    if (settings.openF1 && !settings.openF1Url.isEmpty())
        sources.push_back(std::make_unique<OpenF1Source>(settings.openF1Url, http));
    if (settings.weather && !settings.weatherUrl.isEmpty())
        sources.push_back(std::make_unique<OpenMeteoSource>(settings.weatherUrl, http));
    return sources;
}

} // namespace

Result<Assembled> assemble(const Settings& settings, const Clock& clock)
{
    auto database = Database::open(settings.database);
    if (!database)
        return tl::unexpected(withBackupAdvice(database.error(), settings));
    Assembled assembled;
    if (auto status = mergeHistory(**database, assembled); !status)
        return tl::unexpected(withBackupAdvice(status.error(), settings));
    HttpOptions options;
    options.cacheFolder = settings.cacheFolder;
    options.offline = settings.offline;
    const auto http = std::make_shared<HttpClient>(std::move(options), clock);
    auto source = std::make_unique<JolpicaSource>(settings.apiUrl, http);
    std::unique_ptr<TimestampAuthority> authority;
    if (!settings.timestampUrl.isEmpty() && !settings.offline)
        authority = std::make_unique<HttpTimestampAuthority>(settings.timestampUrl, http);
    assembled.tracker = std::make_unique<Tracker>(std::move(*database), std::move(source), clock, settings,
                                                  std::move(authority), furtherSources(settings, http));
    return assembled;
}

} // namespace parcferme
