// Brings a database one version further than the program's own, by a step that fills a new table and changes
// an old one, as an update of the program would: MigrateOnce DATABASE. Ends with 1 and words on an error.

#include "store/Database.h"
#include "store/Migrations.h"

#include <QCoreApplication>

#include <cstdio>

using namespace parcferme;

namespace {

constexpr auto NextStep = R"(
CREATE TABLE standings (
    year INTEGER NOT NULL, driver TEXT NOT NULL, points REAL NOT NULL, races INTEGER NOT NULL,
    PRIMARY KEY (year, driver)
) STRICT;
INSERT INTO standings
SELECT races.year, driver, sum(points), count(*) FROM race_results JOIN races ON races.id = race_id
GROUP BY races.year, driver;
ALTER TABLE races ADD COLUMN starters INTEGER;
UPDATE races SET starters = (SELECT count(*) FROM race_results WHERE race_id = races.id AND revision = 1);
)";

Result<Migrations::Report> migrate(const QString& file)
{
    DatabaseLocation location;
    location.sqliteFile = file;
    auto database = Database::connect(location);
    if (!database)
        return tl::unexpected(database.error());
    auto first = Migrations::bundled((*database)->dialect());
    if (!first)
        return tl::unexpected(first.error());
    const auto own = first->apply(**database); // nothing to do, but it tells the version
    if (!own || own->to > own->from)
        return own;
    std::vector<Migration> steps;
    for (int number = 1; number <= own->to; ++number)
        steps.push_back({number, QStringLiteral("done"), {}});
    steps.push_back({own->to + 1, QStringLiteral("next.sql"), QString::fromLatin1(NextStep)});
    return Migrations(std::move(steps)).apply(**database);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const auto report = migrate(QCoreApplication::arguments().value(1));
    // Newer: an earlier run had come through.
    if (report || report.error().code == ErrorCode::NewerDatabase)
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(report.error().text()));
    return 1;
}
