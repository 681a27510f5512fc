#include "TrackerFixture.h"

#include "store/RaceRepository.h"
#include "store/SessionRepository.h"
#include "tracker/StoredFacts.h"

#include <algorithm>

using namespace parcferme;

namespace {

const season::Standing& line(const season::Standings& table, const char* id)
{
    const auto found = std::ranges::find(table.lines, id, &season::Standing::id);
    if (found == table.lines.end())
        qFatal("%s is not in the table.", id);
    return *found;
}

const season::Expectation& expectation(const SeasonView& view, const char* id)
{
    const auto& drivers = view.forecast->outlook.drivers;
    const auto found = std::ranges::find(drivers, id, &season::Expectation::id);
    if (found == drivers.end())
        qFatal("nothing is expected of %s.", id);
    return *found;
}

Result<SeasonView> read(const TrackerFixture& fixture, int year, std::optional<int> after = {})
{
    return fixture.tracker->season(year, after, Progress());
}

} // namespace

// Seasons of the bundled history, of the years before sprints.
class SeasonReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPastSeasonIsOver()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        const auto view = read(fixture, 2014);
        QVERIFY(view.has_value());
        QCOMPARE(view->after, 19);
        QVERIFY(view->isOver());
        QVERIFY(view->missing.empty());
        QVERIFY(!view->forecast);
        QCOMPARE(line(view->drivers, "hamilton").points, 384);
        QCOMPARE(line(view->drivers, "hamilton").contest.since, std::optional(19));
        QCOMPARE(line(view->teams, "mercedes").points, 701);
        QCOMPARE(view->people.drivers.value(QStringLiteral("hamilton")).familyName,
                 QStringLiteral("Hamilton"));
        QCOMPARE(view->people.numbers.value(QStringLiteral("hamilton")), 44);
    }

    // The reference's figures: 10,000 simulations after round 10, from strengths of our own predictor.
    void theRestIsSimulatedFromTheRoundChosen()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        const auto view = read(fixture, 2014, 10);
        QVERIFY(view.has_value());
        QVERIFY(!view->isOver());
        QCOMPARE(view->drivers.left.races, 9);
        QVERIFY(view->forecast != nullptr);
        QCOMPARE(view->forecast->scale, 1);
        QCOMPARE(view->forecast->outlook.simulations, std::size_t(10000));
        const season::Expectation& rosberg = expectation(*view, "rosberg");
        const season::Expectation& hamilton = expectation(*view, "hamilton");
        QCOMPARE(rosberg.points, 190);
        QCOMPARE(hamilton.points, 176);
        QVERIFY(std::abs(rosberg.pTitle - 0.6409) < 0.001);
        QVERIFY(rosberg.pTitle + hamilton.pTitle > 0.9);
        QCOMPARE(view->forecast->driverPaths.size(), view->forecast->outlook.drivers.size());
        const auto& path = view->forecast->driverPaths.front();
        QCOMPARE(path.size(), std::size_t(9));
        QCOMPARE(path.back().points, view->forecast->outlook.drivers.front().final);
    }

    void beforeTheFirstRoundAllAreLevel()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        const auto view = read(fixture, 2014, 0);
        QVERIFY(view.has_value());
        QCOMPARE(view->drivers.lines.size(), std::size_t(22));
        for (const season::Standing& driver : view->drivers.lines) {
            QCOMPARE(driver.points, 0);
            QCOMPARE(driver.position, 0);
        }
        QVERIFY(view->newRules);
        QVERIFY(view->forecast != nullptr);
        QCOMPARE(view->forecast->lineup.size(), std::size_t(22));
    }

    void widerFrom2026On()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        const auto view = read(fixture, 2026);
        QVERIFY(view.has_value());
        QVERIFY(view->forecast != nullptr);
        QCOMPARE(view->forecast->scale, 1.5);
    }

    void whatIfAsksTheSameSimulations()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        const SeasonCondition wins{QStringLiteral("hamilton"), SeasonCondition::Kind::Wins, 11,
                                   Session::Race};
        const auto with = fixture.tracker->whatIf(2014, 10, wins, Progress());
        QVERIFY(with.has_value());
        QVERIFY(with->outlook.has_value());
        QVERIFY(with->simulations > 1000 && with->simulations < 9000);
        const auto hamilton = std::ranges::find(with->outlook->drivers, "hamilton", &season::Expectation::id);
        QVERIFY(hamilton->pTitle > expectation(*read(fixture, 2014, 10), "hamilton").pTitle);

        const SeasonCondition over{QStringLiteral("hamilton"), SeasonCondition::Kind::Wins, 10,
                                   Session::Race};
        QCOMPARE(fixture.tracker->whatIf(2014, 10, over, Progress()).error().code, ErrorCode::Usage);
        const SeasonCondition stranger{QStringLiteral("fangio"), SeasonCondition::Kind::Wins, 11,
                                       Session::Race};
        QCOMPARE(fixture.tracker->whatIf(2014, 10, stranger, Progress()).error().code, ErrorCode::Usage);
    }

    void backAndForthIsTheSame()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        const auto first = read(fixture, 2014, 10);
        QVERIFY(read(fixture, 2014, 5)->forecast != first->forecast);
        QCOMPARE(read(fixture, 2014, 10)->forecast, first->forecast); // not computed again
    }

    void aNewResultIsNews()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        const auto before = read(fixture, 2026);
        const auto connection = fixture.connection();
        const auto races = RaceRepository(*connection).ofYear(2026);
        const auto china = std::ranges::find(*races, 2, &Race::round);
        SessionRepository sessions(*connection);
        auto corrected = sessions.newestRevision(china->id).value().value();
        std::swap(corrected.rows[0].points, corrected.rows[1].points);
        corrected.source = QStringLiteral("jolpica");
        corrected.fetchedAt = fixture.clock.now();
        QVERIFY(sessions.addRevision(corrected).has_value());
        QVERIFY(FactRepository(*connection).countChange().has_value());
        const auto after = read(fixture, 2026);
        const std::string driver = corrected.rows[0].driver.toStdString();
        QVERIFY(line(after->drivers, driver.c_str()).points < line(before->drivers, driver.c_str()).points);
        QVERIFY(after->forecast != before->forecast);
    }

    // Only what is known at the moment: a clock before the third race sees two.
    void nothingLaterThanTheClock()
    {
        const TrackerFixture fixture("2014-04-01T12:00:00Z");
        const auto view = read(fixture, 2014);
        QCOMPARE(view->rounds, (std::vector<int>{1, 2}));
        QCOMPARE(view->after, 2);
        QCOMPARE(view->drivers.left.races, 17);
    }

    void whatIsOverAndNotStoredIsMissing()
    {
        const TrackerFixture fixture("2026-06-20T12:00:00Z"); // the history ends with Canada
        const auto view = read(fixture, 2026);
        QVERIFY(view.has_value());
        const auto races = std::ranges::count(view->missing, Session::Race, &SessionKey::session);
        QVERIFY(races > 0);
        for (const SessionKey& key : view->missing)
            if (key.session == Session::Race)
                QVERIFY(std::ranges::find(view->calendar, key.race, &Race::id)->round > view->after);
    }

    void stoppedMeansNothingIsKept()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        const Progress progress;
        progress.cancel();
        const auto stopped = fixture.tracker->season(2014, 10, progress);
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QVERIFY(read(fixture, 2014, 10)->forecast != nullptr);
    }

    void whatThereIsNotIsRefused()
    {
        const TrackerFixture fixture("2026-05-28T12:00:00Z");
        QCOMPARE(read(fixture, 1949).error().code, ErrorCode::Usage);
        QCOMPARE(read(fixture, 2014, 20).error().code, ErrorCode::Usage);
        QVERIFY(!read(fixture, 2005, 5)->forecast); // before the model can forecast
    }
};

QTEST_GUILESS_MAIN(SeasonReadingTest)
#include "SeasonReadingTest.moc"
