#include "TrackerFixture.h"

using namespace parcferme;

namespace {

// A source of one kind, as a second one would be.
class QualifyingOnly final : public DataSource
{
public:
    Kinds gives() const override { return Kind::Qualifying; }
    Answer<Qualifyings> qualifying(Query, Progress) override { co_return Fetched<Qualifyings>(); }
    QString client() const override { return {}; }
    QString cachePath() const override { return {}; }
    std::optional<RequestsLeft> requestsLeft() const override { return std::nullopt; }
};

} // namespace

class SourceFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotGivenIsNotAsked()
    {
        TrackerFixture fixture("2026-06-06T12:00:00Z");
        QVERIFY(test::await(fixture.tracker->refresh(2026, Progress())));
        QCOMPARE(fixture.source->asked, 3); // both calendars, and qualifying
        fixture.source->kinds = DataSource::Kind::Qualifying;
        const auto refreshed = test::await(fixture.tracker->refresh(2026, Progress()));
        QVERIFY(refreshed && refreshed->sourceReached);
        QCOMPARE(fixture.source->asked, 4);
    }

    void whatIsNotGivenIsAnError()
    {
        QualifyingOnly source;
        QVERIFY(test::await(source.qualifying({}, Progress())));
        QCOMPARE(test::await(source.calendar({}, Progress())).error().code, ErrorCode::Usage);
        QCOMPARE(test::await(source.sprints({}, Progress())).error().code, ErrorCode::Usage);
        QCOMPARE(test::await(source.results({}, Progress())).error().code, ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(SourceFetchTest)
#include "SourceFetchTest.moc"
