#include "TrackerFixture.h"

using namespace parcferme;
using sample::row;

namespace {

using Kind = DataSource::Kind;

constexpr auto Words =
    "Results of 2026: The answer's field MRData.RaceTable.Races[0].Results[3].position is null.";

RefusedRace refused(int round)
{
    return {2026, round, QString::fromLatin1(Words)};
}

SessionRows<ResultRow> resultOf(const Race& race)
{
    return {race.year,
            race.round,
            race.circuit,
            race.eventDate,
            {row(1, "norris", 5000, 25), row(2, "piastri", 5010, 18)}};
}

} // namespace

// What the user is told, and what is stored, when the source answered but not all of it could be used.
class OddAnswersTest : public QObject
{
    Q_OBJECT

private:
    static std::vector<Race> races(TrackerFixture& f)
    {
        std::vector<Race> found;
        for (int round = 6; round <= 8; ++round)
            found.push_back(f.tracker->findRace(2026, QString::number(round)).value());
        return found;
    }

    // The stored calendar of 2026 is what the source says, but for some rounds.
    static void publishCalendar(TrackerFixture& f, const QList<int>& without = {})
    {
        f.source->races.clear();
        for (int round = 1; round <= 22; ++round)
            if (const auto race = f.tracker->findRace(2026, QString::number(round));
                race && !without.contains(round))
                f.source->races.push_back({*race, {race->circuit, race->circuit, {}, {}, {}, {}, {}}});
    }

    static QString text(const QStringList& notices) { return notices.join(QLatin1Char('\n')); }

private Q_SLOTS:
    void aRefusedRaceIsNotCancelled()
    {
        for (const bool odd : {true, false}) {
            TrackerFixture f("2026-05-30T12:00:00Z");
            publishCalendar(f, {7});
            if (odd)
                f.source->odd[Kind::Calendar].refused = {refused(7)};
            const auto outcome = test::await(f.tracker->refresh(2026, Progress()));
            QVERIFY(outcome && outcome->sourceReached);
            QCOMPARE(outcome->undone.has_value(), odd);
            QCOMPARE(text(outcome->notices).contains(QStringLiteral("Round 7 of 2026 was refused")), odd);
            QCOMPARE(text(outcome->notices).contains(QStringLiteral("no longer in the calendar")), !odd);
        }
    }

    // The other rounds are stored and judged; the words say what came and what was done, and none say
    // "reach".
    void aRefusedResultCostsItsRace()
    {
        TrackerFixture f("2026-06-29T12:00:00Z");
        publishCalendar(f);
        const std::vector<Race> three = races(f);
        f.source->resultSessions = {resultOf(three[0]), resultOf(three[2])};
        f.source->odd[Kind::Results].refused = {refused(7)};
        f.source->odd[Kind::Results].notes = {
            QStringLiteral("Races[0].Results[1].Driver.code is no text; that was left out.")};
        const auto outcome = test::await(f.tracker->syncSeason(2026, Progress()));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        QCOMPARE(outcome->newRevisions, 2);
        QVERIFY(outcome->sourceReached);
        QVERIFY(outcome->undone);
        QCOMPARE(outcome->undone->code, ErrorCode::Data);
        QVERIFY(text(outcome->notices)
                    .contains(QString::fromLatin1(Words) +
                              QStringLiteral(" Round 7 of 2026 was refused; what is stored of it stays.")));
        QVERIFY(text(outcome->notices).contains(QStringLiteral("Driver.code is no text")));
        QVERIFY(!text(outcome->notices).contains(QStringLiteral("reach")));
        QCOMPARE(f.tracker->sourceStatus().reach, SourceStatus::Reach::Online);
    }

    // An answer that is refused as a whole stops no other question.
    void aRefusedAnswerStopsNothing_data()
    {
        QTest::addColumn<int>("kind");
        for (const Kind kind : {Kind::Calendar, Kind::Qualifying, Kind::Sprints, Kind::Results})
            QTest::addRow("%d", int(kind)) << int(kind);
    }

    void aRefusedAnswerStopsNothing()
    {
        QFETCH(int, kind);
        TrackerFixture f("2026-06-29T12:00:00Z");
        publishCalendar(f);
        f.source->resultSessions = {resultOf(races(f)[0])};
        f.source->refusals[static_cast<Kind>(kind)] = {
            ErrorCode::Data, QStringLiteral("The answer's field MRData is missing."), {}};
        const auto outcome = test::await(f.tracker->syncSeason(2026, Progress()));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        QCOMPARE(f.source->asked, 5);
        QCOMPARE(outcome->newRevisions, static_cast<Kind>(kind) == Kind::Results ? 0 : 1);
        QVERIFY(outcome->sourceReached && outcome->undone);
        QVERIFY(
            text(outcome->notices)
                .contains(QStringLiteral(
                    "answer was not used: The answer's field MRData is missing. What is stored serves.")));
        QCOMPARE(f.tracker->sourceStatus().reach, SourceStatus::Reach::Online);
    }

    // What came is said, and which answer serves instead; the source was reached.
    void aDamagedAnswerLetsTheOlderServe()
    {
        TrackerFixture f("2026-06-29T12:00:00Z");
        publishCalendar(f);
        f.source->resultSessions = {resultOf(races(f)[0])};
        const Error damage{ErrorCode::Data, QStringLiteral("The answer is damaged."), {}};
        for (const Kind kind : {Kind::Calendar, Kind::Qualifying, Kind::Sprints, Kind::Results})
            f.source->older[kind] = {NoAnswer::Why::Refused, damage, {}};
        const auto outcome = test::await(f.tracker->syncSeason(2026, Progress()));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        QVERIFY(outcome->sourceReached && outcome->undone);
        QCOMPARE(outcome->undone->code, ErrorCode::Data);
        QVERIFY2(text(outcome->notices)
                     .contains(QStringLiteral("The source's answer was not used: The answer is damaged. Its "
                                              "answer of 29 Jun 2026 12:00 UTC serves.")),
                 qPrintable(text(outcome->notices)));
        QVERIFY(!text(outcome->notices).contains(QStringLiteral("reach")));
        QCOMPARE(f.tracker->sourceStatus().reach, SourceStatus::Reach::Online);
    }

    void outOfReachIsUndoneToo()
    {
        TrackerFixture f("2026-06-29T12:00:00Z");
        f.source->reachable = false;
        const auto outcome = test::await(f.tracker->syncSeason(2026, Progress()));
        QVERIFY(outcome && !outcome->sourceReached && outcome->undone);
        QCOMPARE(outcome->undone->code, ErrorCode::Network);
        QVERIFY(text(outcome->notices).contains(QStringLiteral("could not be reached")));
    }

    // "No result yet" would be a lie; with a result stored that one serves.
    void syncOfTheRefusedRaceItself()
    {
        TrackerFixture f("2026-06-29T12:00:00Z");
        publishCalendar(f);
        const Race monaco = races(f)[0];
        f.source->odd[Kind::Results].refused = {refused(monaco.round)};
        const auto nothing = test::await(f.tracker->syncRace(monaco.id, Progress()));
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::Data);
        QVERIFY(nothing.error().message.startsWith(QString::fromLatin1(Words)));

        // A race of the calendar may be this one, but what is known to be about it goes before.
        f.source->odd[Kind::Calendar].refused = {{2026, 0, QStringLiteral("Races[3].season is null.")}};
        QCOMPARE(test::await(f.tracker->syncRace(monaco.id, Progress())).error().message,
                 nothing.error().message);
        f.source->odd.erase(Kind::Results);
        QVERIFY(test::await(f.tracker->syncRace(monaco.id, Progress()))
                    .error()
                    .message.startsWith(QStringLiteral("Races[3]")));

        f.source->odd.clear();
        f.source->resultSessions = {resultOf(monaco)};
        QVERIFY(test::await(f.tracker->syncRace(monaco.id, Progress())));
        f.source->resultSessions.clear();
        f.source->odd[Kind::Results].refused = {refused(monaco.round)};
        const auto stored = test::await(f.tracker->syncRace(monaco.id, Progress()));
        QVERIFY(stored && stored->revision == 1);
        QVERIFY(text(stored->notices).contains(QStringLiteral("was refused; what is stored of it stays")));
    }

    // Of another race it is said, and changes nothing for this one.
    void syncBesideARefusedRace()
    {
        TrackerFixture f("2026-06-29T12:00:00Z");
        publishCalendar(f, {12});
        f.source->odd[Kind::Calendar].refused = {refused(12)};
        const auto outcome = test::await(f.tracker->syncRace(races(f)[0].id, Progress()));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text()));
        QVERIFY(text(outcome->notices).contains(QStringLiteral("has no official result yet")));
    }

    // What the source leaves out of a stored result is no correction of it.
    void anOmissionMakesNoRevision()
    {
        TrackerFixture f("2026-06-29T12:00:00Z");
        publishCalendar(f);
        const Race monaco = races(f)[0];
        f.source->resultSessions = {resultOf(monaco)};
        QVERIFY(test::await(f.tracker->syncRace(monaco.id, Progress()))->newRevision);
        SessionRows<ResultRow>& session = f.source->resultSessions[0];
        session.rows[0].time.reset();
        session.rows[1].laps.reset();
        session.rows[1].time.reset();
        session.rows[1].points = 0;
        session.withoutPoints = {QStringLiteral("piastri")};
        QVERIFY(!test::await(f.tracker->syncRace(monaco.id, Progress()))->newRevision);
        session.rows[0].points = 26;
        QVERIFY(test::await(f.tracker->syncRace(monaco.id, Progress()))->newRevision);
        const auto revisions = f.tracker->details(monaco.id)->revisions;
        QCOMPARE(revisions.back().rows[1].points, 18.0);
        QCOMPARE(revisions.back().rows[1].time, std::optional(5010.0));
    }

    // A season of which something was refused is asked for again.
    void aRefusedRaceKeepsTheSeasonOpen()
    {
        TrackerFixture f("2025-12-31T12:00:00Z");
        f.clock.set(test::utc("2027-02-01T12:00:00Z"));
        publishCalendar(f);
        f.source->odd[Kind::Results].refused = {refused(7)};
        QVERIFY(test::await(f.tracker->syncSeason(2026, Progress()))->undone);
        const int asked = f.source->asked;
        f.source->odd.clear();
        QVERIFY(!test::await(f.tracker->syncSeason(2026, Progress()))->undone);
        QVERIFY(f.source->asked > asked);
        const int final = f.source->asked;
        QVERIFY(!test::await(f.tracker->syncSeason(2026, Progress()))->undone);
        QCOMPARE(f.source->asked, final);
    }
};

QTEST_GUILESS_MAIN(OddAnswersTest)
#include "OddAnswersTest.moc"
