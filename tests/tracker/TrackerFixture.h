#pragma once

#include "FakeFurther.h"
#include "FakeSource.h"
#include "source/timestamp/TimestampAuthority.h"
#include "store/Database.h"
#include "store/HistoryUpdate.h"
#include "support/Await.h"
#include "support/RaceSample.h"
#include "tracker/Tracker.h"

#include <QTemporaryDir>
#include <QTest>

namespace parcferme {

// A tracker over a fresh database with the bundled history, a fake source and a clock that stands still.
class TrackerFixture
{
public:
    // database: a file to begin with, as databaseFile() names it; empty: a new one.
    explicit TrackerFixture(const char* now, const QString& database = {}) : clock(test::utc(now))
    {
        if (!database.isEmpty() && !QFile::copy(database, databaseFile()))
            qFatal("%s cannot be copied.", qPrintable(database));
        open();
    }

    QString databaseFile() const { return folder.filePath(QStringLiteral("parcferme.sqlite")); }

    // Opens the same database again, as a new start of the program would.
    void open()
    {
        const DataSource::Calendar published = source ? source->races : DataSource::Calendar();
        tracker.reset();
        DatabaseLocation location;
        location.sqliteFile = databaseFile();
        settings.database = location;
        auto database = Database::open(location);
        if (!database)
            qFatal("%s", qPrintable(database.error().text()));
        const auto merged = HistoryUpdate(**database).mergeIfNewer(QStringLiteral(PARCFERME_HISTORY));
        if (!merged)
            qFatal("%s", qPrintable(merged.error().text()));
        auto fake = std::make_unique<FakeSource>(clock);
        fake->races = published;
        source = fake.get();
        std::vector<std::unique_ptr<DataSource>> furtherSources;
        if (withFurther) {
            auto grids = std::make_unique<FakeFurther>(clock, "openf1");
            auto forecasts = std::make_unique<FakeFurther>(clock, "open-meteo");
            grids->kinds = DataSource::Kind::Grids | DataSource::Kind::Measurements;
            forecasts->kinds = DataSource::Kind::Forecasts;
            openF1 = grids.get();
            openMeteo = forecasts.get();
            furtherSources.push_back(std::move(grids));
            furtherSources.push_back(std::move(forecasts));
        }
        tracker =
            std::make_unique<Tracker>(std::move(*database), std::move(fake), clock, settings,
                                      makeAuthority ? makeAuthority() : nullptr, std::move(furtherSources));
    }

    // A second connection, to look at what is stored or to bend it.
    std::unique_ptr<Database> connection() const { return std::move(*Database::connect(settings.database)); }

    QTemporaryDir folder;
    FixedClock clock;
    Settings settings;
    FakeSource* source = nullptr; // owned by the tracker
    bool withFurther = false;     // open() again after setting it
    FakeFurther* openF1 = nullptr;
    FakeFurther* openMeteo = nullptr;
    std::function<std::unique_ptr<TimestampAuthority>()> makeAuthority;
    std::unique_ptr<Tracker> tracker;
};

} // namespace parcferme
