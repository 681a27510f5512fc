#include "Sample.h"
#include "tracker/RaceSearch.h"

#include <QTest>

using namespace parcferme;

class TestRaceSearch : public QObject
{
    Q_OBJECT

private:
    std::vector<Race> races_;

    Result<Race> search(const char* text) const { return searchRace(races_, 2026, QString::fromUtf8(text)); }

private Q_SLOTS:
    void init()
    {
        races_.clear();
        const struct
        {
            const char *name, *locality, *country;
        } given[] = {{"São Paulo Grand Prix", "São Paulo", "Brazil"},
                     {"Spanish Grand Prix", "Madrid", "Spain"},
                     {"Barcelona-Catalunya Grand Prix", "Montmeló", "Spain"},
                     {"Abu Dhabi Grand Prix", "Abu Dhabi", "UAE"}};
        for (const auto& one : given) {
            Race race = sample::race(static_cast<RaceId>(races_.size()) + 100,
                                     static_cast<int>(races_.size()) + 1, "x", "2026-06-07T13:00:00Z");
            race.name = QString::fromUtf8(one.name);
            race.locality = QString::fromUtf8(one.locality);
            race.country = QString::fromUtf8(one.country);
            races_.push_back(race);
        }
    }

    void finds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("round");
        QTest::newRow("round") << QByteArray("4") << 4;
        QTest::newRow("exact") << QByteArray("spanish grand prix") << 2;
        QTest::newRow("part") << QByteArray("dhabi") << 4;
        QTest::newRow("no accents") << QByteArray("sao PAULO") << 1;
        QTest::newRow("locality") << QByteArray("montmelo") << 3;
        QTest::newRow("country") << QByteArray("Brazil") << 1;
    }

    void finds()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, round);
        const auto race = search(text.constData());
        QVERIFY2(race, race ? "" : qPrintable(race.error().text()));
        QCOMPARE(race->round, round);
    }

    void ambiguousNamesTheCandidates()
    {
        const auto race = search("Spain");
        QCOMPARE(race.error().code, ErrorCode::Ambiguous);
        QVERIFY(race.error().message.contains(
            QStringLiteral("2 Spanish Grand Prix, 3 Barcelona-Catalunya Grand Prix")));
    }

    void unknownNamesWhatThereIs()
    {
        for (const char* text : {"Atlantis", "99", "", "-1"}) {
            const auto race = search(text);
            QVERIFY(!race);
            QCOMPARE(race.error().code, ErrorCode::NotFound);
            QVERIFY(race.error().message.contains(QStringLiteral("Abu Dhabi")));
        }
        QCOMPARE(searchRace({}, 1949, QStringLiteral("1")).error().code, ErrorCode::NotFound);
    }

    void cancelledGivesWay()
    {
        races_[0].status = RaceStatus::Cancelled;
        races_[1].round = 1; // renumbered
        QCOMPARE(search("1")->name, QStringLiteral("Spanish Grand Prix"));
        QCOMPARE(search("Brazil")->status, RaceStatus::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestRaceSearch)
#include "TestRaceSearch.moc"
