#include "Sample.h"
#include "domain/Knowledge.h"
#include "store/Database.h"
#include "store/FactRepository.h"
#include "store/HistoryMerge.h"
#include "tracker/Forecaster.h"
#include "tracker/InputsJson.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;

// A forecast made at a moment must not change by a bit when everything that is known only later is another.
class TestNoLeak : public QObject
{
    Q_OBJECT

private:
    std::vector<RaceRecord> records_;

    static void spoil(ResultRevision& result, QRandomGenerator& random)
    {
        for (ResultRow& row : result.rows) {
            row.position = static_cast<int>(result.rows.size()) + 1 - row.position;
            row.classification = static_cast<Classification>(random.bounded(7));
            row.status = QStringLiteral("Spoiled");
            row.time = random.bounded(9000.0);
            row.laps = static_cast<int>(random.bounded(70U));
            row.points = random.bounded(25.0);
            row.grid = static_cast<int>(random.bounded(22U));
        }
    }

    // Changes every fact that is not known at this moment.
    static std::vector<RaceRecord> spoiled(std::vector<RaceRecord> records, const QDateTime& moment,
                                           RaceId asked)
    {
        QRandomGenerator random(static_cast<quint32>(asked));
        for (RaceRecord& record : records) {
            if (qualifyingKnownFrom(record.race, record.qualifyingFetchedAt) > moment &&
                record.race.id != asked)
                for (QualifyingRow& row : record.qualifying) {
                    row.position = static_cast<int>(1 + random.bounded(22U));
                    row.q1 = row.q2 = row.q3 = static_cast<int>(60000 + random.bounded(30000U));
                }
            for (ResultRevision& revision : record.revisions) {
                if (resultKnownFrom(record.race, revision) <= moment)
                    continue;
                // Of the race itself the grid counts as known; how it ended does not.
                std::vector<std::optional<int>> grid;
                for (const ResultRow& row : revision.rows)
                    grid.push_back(row.grid);
                spoil(revision, random);
                if (record.race.id == asked)
                    for (std::size_t i = 0; i < grid.size(); ++i)
                        revision.rows[i].grid = grid[i];
            }
            // Later races may even move, double or lose their drivers.
            if (record.race.startOrDate() > moment && record.race.id != asked && record.revisions.size() == 1)
                record.revisions.push_back(record.revisions.front());
        }
        return records;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir folder;
        DatabaseLocation location;
        location.sqliteFile = folder.filePath(QStringLiteral("facts.sqlite"));
        auto database = Database::open(location);
        QVERIFY(database);
        QVERIFY(HistoryMerge(**database).mergeIfNewer(QStringLiteral(PARCFERME_HISTORY)));
        records_ = FactRepository(**database).load().value();
    }

    void laterFactsChangeNothing()
    {
        QRandomGenerator random(20260607);
        std::vector<std::size_t> chosen;
        while (chosen.size() < 100) {
            const auto i = static_cast<std::size_t>(random.bounded(static_cast<quint32>(records_.size())));
            if (records_[i].race.year >= 2009 && !records_[i].revisions.empty())
                chosen.push_back(i);
        }
        std::sort(chosen.begin(), chosen.end()); // in time order each forecaster learns every race once
        Forecaster honest, other;
        for (const std::size_t i : chosen) {
            const Race& race = records_[i].race;
            const FactQuestion question{race.id, race.startOrDate(), true, {}};
            const auto later = spoiled(records_, question.asOf, race.id);
            const auto a = selectFacts(records_, question);
            const auto b = selectFacts(later, question);
            QVERIFY(a && b);
            const auto x = honest.make(*a);
            const auto y = other.make(*b);
            QVERIFY2(x && y, qPrintable(x ? QString() : x.error().text()));
            QCOMPARE(QJsonDocument(inputsJson(y->inputs)).toJson(),
                     QJsonDocument(inputsJson(x->inputs)).toJson());
            QCOMPARE(y->factsDigest, x->factsDigest);
            for (std::size_t d = 0; d < x->forecast.drivers.size(); ++d)
                QVERIFY(x->forecast.drivers[d].positions == y->forecast.drivers[d].positions);
        }
    }

    // The canary itself must be able to sing: an earlier fact does change the forecast.
    void earlierFactsDo()
    {
        const std::size_t last = records_.size() - 30;
        const FactQuestion question{records_[last].race.id, records_[last].race.startOrDate(), true, {}};
        auto changed = records_;
        std::swap(changed[last - 1].revisions.back().rows[0].position,
                  changed[last - 1].revisions.back().rows[5].position);
        Forecaster forecaster;
        const auto before = forecaster.make(selectFacts(records_, question).value());
        const auto after = forecaster.make(selectFacts(changed, question).value());
        QVERIFY(before && after);
        QVERIFY(before->factsDigest != after->factsDigest);
        QVERIFY(before->forecast.drivers[0].mu != after->forecast.drivers[0].mu);
    }

    void warmForecasterSaysTheSame()
    {
        const std::size_t last = records_.size() - 40;
        const FactQuestion question{records_[last].race.id, records_[last].race.startOrDate(), true, {}};
        const FactQuestion earlier{
            records_[last - 7].race.id, records_[last - 7].race.startOrDate(), true, {}};
        Forecaster cold, warm;
        QVERIFY(warm.make(selectFacts(records_, earlier).value()));
        const auto a = cold.make(selectFacts(records_, question).value());
        const auto b = warm.make(selectFacts(records_, question).value());
        QCOMPARE(inputsJson(b->inputs), inputsJson(a->inputs));
    }
};

QTEST_GUILESS_MAIN(TestNoLeak)
#include "TestNoLeak.moc"
