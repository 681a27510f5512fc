#include "LaterFacts.h"
#include "domain/Knowledge.h"
#include "store/FactRepository.h"
#include "store/GridRepository.h"
#include "store/HistoryUpdate.h"
#include "store/SessionRepository.h"
#include "store/Transaction.h"
#include "support/RaceSample.h"
#include "tracker/Forecaster.h"
#include "tracker/InputsJson.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;

// A forecast made at a moment must not change by a bit when everything that is known only later is another.
class NoLeakTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    std::unique_ptr<Database> database_;
    std::vector<RaceRecord> records_;

    // A race, and a moment to forecast it at: its start, in retrospect; a moment between qualifying and the
    // start; one in the two weeks before; or the last second before its qualifying, its sprint or the result
    // of the race before is known, where a rule that is off by little shows.
    struct Draw
    {
        std::size_t race = 0;
        FactQuestion question;
    };

    Draw draw(QRandomGenerator& random) const
    {
        for (;;) {
            const auto i = static_cast<std::size_t>(random.bounded(static_cast<quint32>(records_.size())));
            const RaceRecord& record = records_[i];
            if (record.race.year < 2009 || record.revisions.empty() || records_[i - 1].revisions.empty())
                continue;
            const QDateTime start = record.race.startOrDate();
            const QDateTime qualified = qualifyingKnownFrom(record.race, record.qualifyingFetchedAt);
            switch (random.bounded(6)) {
            case 0:
                return {i, {record.race.id, start, true, {}}};
            case 1:
                return {i,
                        {record.race.id,
                         qualified.addSecs(random.bounded(qualified.secsTo(start) + 1)),
                         false,
                         {}}};
            case 2:
                return {i, {record.race.id, qualified.addSecs(-1), false, {}}};
            case 3:
                return {i,
                        {record.race.id,
                         resultKnownFrom(records_[i - 1].race, records_[i - 1].revisions.front()).addSecs(-1),
                         false,
                         {}}};
            case 4:
                if (record.sprintRevisions.empty())
                    continue;
                return {i,
                        {record.race.id,
                         resultKnownFrom(record.race, record.sprintRevisions.front()).addSecs(-1),
                         false,
                         {}}};
            default:
                return {i, {record.race.id, start.addSecs(-random.bounded(14 * 86400)), false, {}}};
            }
        }
    }

    static Result<MadeForecast> forecastFrom(Database& database, FactQuestion question,
                                             Forecaster& forecaster)
    {
        const auto records = FactRepository(database).load();
        const auto manual = SessionRepository(database).manualGrid(question.of.race);
        if (!records || !manual)
            return tl::unexpected(!records ? records.error() : manual.error());
        question.manualGrid = *manual;
        const auto selection = selectFacts(*records, question);
        if (!selection)
            return tl::unexpected(selection.error());
        return forecaster.make(*selection);
    }

    static QByteArray bytesOf(const MadeForecast& made)
    {
        QByteArray bytes = QJsonDocument(inputsJson(made.inputs)).toJson() + made.factsDigest;
        const auto add = [&bytes](double value) {
            bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        };
        for (const auto& driver : made.forecast.drivers) {
            for (const double p : driver.positions)
                add(p);
            for (const double value :
                 {driver.mu, driver.raceTime, driver.gapLow, driver.gapHigh, driver.pRetire})
                add(value);
        }
        return bytes;
    }

    // Of every fourth race, an hour after qualifying is known, in the order of the drivers' names.
    static void publishGrids(Database& database)
    {
        const auto records = FactRepository(database).load();
        for (const RaceRecord& record : *records) {
            OfficialGrid grid{record.race.id, publishedAt(record), QStringLiteral("openf1"), {}};
            for (const QualifyingRow& row : record.qualifying)
                grid.places.push_back({row.driver, 0});
            std::ranges::sort(grid.places, {}, &GridPlace::driver);
            for (GridPlace& place : grid.places)
                place.position = static_cast<int>(&place - grid.places.data()) + 1;
            if (record.race.round % 4 == 0 && !grid.places.empty())
                QVERIFY(GridRepository(database).add(grid));
        }
    }

    static QDateTime publishedAt(const RaceRecord& record)
    {
        return qualifyingKnownFrom(record.race, record.qualifyingFetchedAt).addSecs(3600);
    }

private Q_SLOTS:
    void initTestCase()
    {
        DatabaseLocation location;
        location.sqliteFile = folder_.filePath(QStringLiteral("facts.sqlite"));
        auto database = Database::open(location);
        QVERIFY(database);
        QVERIFY(HistoryUpdate(**database).mergeIfNewer(QStringLiteral(PARCFERME_HISTORY)));
        LaterFacts::unlock(**database);
        publishGrids(**database);
        database_ = std::move(*database);
        records_ = FactRepository(*database_).load().value();
    }

    void laterFactsChangeNothing()
    {
        constexpr std::size_t Draws = 100;
        QRandomGenerator random(20260607);
        std::vector<Draw> draws;
        while (draws.size() < Draws)
            draws.push_back(draw(random));
        // In time order each forecaster learns every race about once.
        std::sort(draws.begin(), draws.end(),
                  [](const Draw& a, const Draw& b) { return a.question.asOf < b.question.asOf; });
        std::map<predictor::Stage, int> stages;
        Forecaster honest, other;
        for (const Draw& draw : draws) {
            const auto before = forecastFrom(*database_, draw.question, honest);
            QVERIFY2(before, before ? "" : qPrintable(before.error().text()));
            auto spoiling = Transaction::begin(*database_); // rolled back
            QVERIFY(spoiling);
            LaterFacts later(draw.question.asOf, draw.question.of.race, draw.question.retrospective,
                             random.generate());
            QVERIFY(later.spoil(*database_, records_) > 20);
            const auto after = forecastFrom(*database_, draw.question, other);
            QVERIFY2(after, after ? "" : qPrintable(after.error().text()));
            const Race& race = records_[draw.race].race;
            QVERIFY2(bytesOf(*after) == bytesOf(*before),
                     qPrintable(QStringLiteral("%1 %2").arg(race.year).arg(race.name)));
            ++stages[before->inputs.stage];
        }
        QVERIFY(stages[predictor::Stage::Grid] > 10 && stages[predictor::Stage::Qualifying] > 10 &&
                stages[predictor::Stage::Nothing] > 10);
    }

    // The canary itself must be able to sing: an earlier fact does change the forecast.
    void earlierFactsDo()
    {
        const Race& race = records_[records_.size() - 30].race;
        const Race& raceBefore = records_[records_.size() - 31].race;
        const FactQuestion question{race.id, race.startOrDate(), true, {}};
        Forecaster forecaster;
        const auto before = forecastFrom(*database_, question, forecaster);
        auto changing = Transaction::begin(*database_);
        QVERIFY(changing);
        QVERIFY(database_->run(QStringLiteral("UPDATE race_results SET position = 1000 - position "
                                              "WHERE race_id = ?"),
                               {raceBefore.id}));
        const auto after = forecastFrom(*database_, question, forecaster);
        QVERIFY(before && after);
        QVERIFY(before->factsDigest != after->factsDigest);
        QVERIFY(before->forecast.drivers[0].mu != after->forecast.drivers[0].mu);
    }

    void theSprintIsSeenFromItsMomentOn()
    {
        const auto record = std::find_if(records_.rbegin(), records_.rend(), [](const RaceRecord& race) {
            return !race.sprintRevisions.empty();
        });
        if (record == records_.rend())
            QSKIP("The history of the tests has no sprint.");
        const QDateTime known = resultKnownFrom(record->race, record->sprintRevisions.front());
        QVERIFY(known < record->race.startOrDate());
        Forecaster forecaster;
        const auto before =
            forecastFrom(*database_, {record->race.id, known.addSecs(-1), false, {}}, forecaster);
        const auto after = forecastFrom(*database_, {record->race.id, known, false, {}}, forecaster);
        QVERIFY(before && after);
        for (std::size_t k = 0; k < before->inputs.drivers.size(); ++k) {
            const predictor::DriverInputs& driver = after->inputs.drivers[k];
            QVERIFY(!before->inputs.drivers[k].ratingOrderBeforeSprint);
            QCOMPARE(driver.ratingOrderBeforeSprint, std::optional(before->inputs.drivers[k].ratingOrder));
            QVERIFY(driver.ratingOrder != *driver.ratingOrderBeforeSprint);
        }
    }

    void thePublishedGridIsSeenFromItsMomentOn()
    {
        const auto record = std::find_if(records_.rbegin(), records_.rend(), [](const RaceRecord& race) {
            return !race.grids.empty() && publishedAt(race) < race.race.startOrDate();
        });
        QVERIFY(record != records_.rend());
        const QDateTime known = publishedAt(*record);
        Forecaster forecaster;
        const auto before =
            forecastFrom(*database_, {record->race.id, known.addSecs(-1), false, {}}, forecaster);
        const auto after = forecastFrom(*database_, {record->race.id, known, false, {}}, forecaster);
        QVERIFY(before && after);
        QVERIFY(before->inputs.stage == predictor::Stage::Qualifying);
        QVERIFY(after->inputs.stage == predictor::Stage::Grid);
        QVERIFY(bytesOf(*before) != bytesOf(*after));
        // In retrospect the result's grid counts, and no other.
        const auto selection = selectFacts(records_, {record->race.id, record->race.startOrDate(), true, {}});
        QVERIFY(selection && !selection->officialGrid);
    }

    void warmForecasterSaysTheSame()
    {
        const std::size_t last = records_.size() - 40;
        const FactQuestion question{records_[last].race.id, records_[last].race.startOrDate(), true, {}};
        const FactQuestion earlier{
            records_[last - 7].race.id, records_[last - 7].race.startOrDate(), true, {}};
        Forecaster cold, warm;
        QVERIFY(forecastFrom(*database_, earlier, warm));
        const auto a = forecastFrom(*database_, question, cold);
        const auto b = forecastFrom(*database_, question, warm);
        QVERIFY(a && b);
        QCOMPARE(bytesOf(*b), bytesOf(*a));
    }
};

QTEST_GUILESS_MAIN(NoLeakTest)
#include "NoLeakTest.moc"
