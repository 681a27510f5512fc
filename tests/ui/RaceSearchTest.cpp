#include "tracker/RaceSearch.h"
#include "core/UtcTime.h"
#include "tables/RaceListModel.h"
#include "ui/window/RaceListPanel.h"

#include <QListView>
#include <QTest>

using namespace parcferme;

// The search field finds what the command line and the API find.
class RaceSearchTest : public QObject
{
    Q_OBJECT

private:
    static std::vector<RaceOverview> season(int first)
    {
        const struct
        {
            const char *name, *circuit, *locality, *country;
            RaceStatus status;
        } given[] = {
            {"Japanese Grand Prix", "suzuka", "Suzuka", "Japan", RaceStatus::Completed},
            {"Bahrain Grand Prix", "bahrain", "Sakhir", "Bahrain", RaceStatus::Cancelled},
            {"Barcelona-Catalunya Grand Prix", "catalunya", "Montmeló", "Spain", RaceStatus::Completed},
            {"British Grand Prix", "silverstone", "Silverstone", "UK", RaceStatus::Completed},
            {"Belgian Grand Prix", "spa", "Spa", "Belgium", RaceStatus::Scheduled},
            {"Spanish Grand Prix", "madring", "Madrid", "Spain", RaceStatus::Scheduled},
            {"Bahrain Grand Prix", "sepang", "Kuala Lumpur", "Malaysia", RaceStatus::Scheduled},
            {"United States Grand Prix", "americas", "Austin", "USA", RaceStatus::Scheduled},
        };
        std::vector<RaceOverview> races;
        for (const auto& one : given) {
            RaceOverview overview;
            Race& race = overview.race;
            race.id = first + static_cast<int>(races.size());
            race.year = 2026;
            race.round = 1 + static_cast<int>(races.size());
            race.name = QString::fromUtf8(one.name);
            race.circuit = QString::fromUtf8(one.circuit);
            race.locality = QString::fromUtf8(one.locality);
            race.country = QString::fromUtf8(one.country);
            race.eventDate = QDate(2026, 3, 1).addDays(7 * race.round);
            race.status = one.status;
            races.push_back(overview);
        }
        return races;
    }

    static QList<RaceId> shown(const RaceListPanel& list)
    {
        QList<RaceId> ids;
        for (int row = 0; row < list.view()->model()->rowCount(); ++row)
            ids.append(list.view()->model()->index(row, 0).data(RaceRole).toLongLong());
        return ids;
    }

    static QList<RaceId> found(const std::vector<RaceOverview>& overviews, const QString& text)
    {
        std::vector<Race> races;
        for (const RaceOverview& overview : overviews)
            races.push_back(overview.race);
        QList<RaceId> ids;
        for (const Race& race : findRaces(races, text))
            ids.append(race.id);
        return ids;
    }

private Q_SLOTS:
    void sameAnswers_data()
    {
        QTest::addColumn<int>("count");
        const struct
        {
            const char* text;
            int count;
        } given[] = {
            {"UK", 1},      {"Great Britain", 1}, {"spa", 1},  {"spai", 2},   {"Spain", 2}, {"R5", 1},
            {"5", 1},       {"bahrain", 1},       {"cota", 1}, {"sakhir", 1}, {"nada", 0},  {"GP", 7},
            {"MONTMELO", 1}};
        for (const auto& one : given)
            QTest::newRow(one.text) << one.count;
    }

    void sameAnswers()
    {
        QFETCH(int, count);
        const QString text = QString::fromLatin1(QTest::currentDataTag());
        const auto now = timeFromIso(QStringLiteral("2026-06-01T00:00:00Z")).value();
        RaceListPanel list;
        list.setRaces(season(100), now);
        list.setSearch(text);
        QCOMPARE(shown(list), found(season(100), text));
        QCOMPARE(shown(list).size(), count);
        list.setRaces(season(200), now); // another season, the search still in the field
        QCOMPARE(shown(list), found(season(200), text));
        list.setNow(now.addSecs(60));
        QCOMPARE(shown(list), found(season(200), text));
        list.setSearch(QStringLiteral(" "));
        QCOMPARE(shown(list).size(), 8);
    }
};

QTEST_MAIN(RaceSearchTest)
#include "RaceSearchTest.moc"
