#include "core/Csv.h"
#include "store/Database.h"
#include "store/HistoryUpdate.h"
#include "store/RaceRepository.h"
#include "support/RaceSample.h"
#include "tracker/RaceNames.h"
#include "tracker/RaceSearch.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;

// On the seasons that ship with the program.
class FindRaceTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    QMap<int, std::vector<Race>> seasons_;

    Result<Race> search(int year, const QString& text) const
    {
        return searchRace(seasons_.value(year), year, text);
    }

    // "16 Bahrain Grand Prix", or the error.
    QString found(int year, const QString& text) const
    {
        const auto race = search(year, text);
        return race ? QStringLiteral("%1 %2").arg(race->round).arg(race->name) : race.error().message;
    }

    void findsItself(const Race& race, const QString& text)
    {
        const auto one = search(race.year, text);
        QVERIFY2(one, qPrintable(one ? QString() : one.error().text()));
        QCOMPARE(one->id, race.id);
    }

    // Whether the race is the only one of its season of which this is said.
    bool isOnly(const Race& race, const QString& (*of)(const Race&)) const
    {
        const auto& season = seasons_[race.year];
        return std::count_if(season.begin(), season.end(),
                             [&](const Race& other) { return wordsOf(of(other)) == wordsOf(of(race)); }) == 1;
    }

    bool isListed(const Race& race, const QString& text) const
    {
        const std::vector<Race> all = findRaces(seasons_[race.year], text);
        return std::any_of(all.begin(), all.end(), [&](const Race& one) { return one.id == race.id; });
    }

    static CsvTable usualNames()
    {
        QFile file(QStringLiteral(PARCFERME_USUAL_NAMES));
        return file.open(QIODevice::ReadOnly) ? readCsv(file.readAll()).value_or(CsvTable()) : CsvTable();
    }

private Q_SLOTS:
    void initTestCase()
    {
        DatabaseLocation location;
        location.sqliteFile = folder_.filePath(QStringLiteral("facts.sqlite"));
        const auto database = Database::open(location);
        QVERIFY(database);
        QVERIFY(HistoryUpdate(**database).mergeIfNewer(QStringLiteral(PARCFERME_HISTORY)));
        const std::vector<Race> races = RaceRepository(**database).all().value();
        for (const Race& race : races)
            seasons_[race.year].push_back(race);
        QVERIFY(seasons_.size() > 25);
    }

    void finds_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("race");
        const struct
        {
            int year;
            const char *text, *race;
        } given[] = {
            {2025, "12", "12 British Grand Prix"},
            {2025, "R1", "1 Australian Grand Prix"},
            {2025, "r 07", "7 Emilia Romagna Grand Prix"},
            {2025, "Round 24", "24 Abu Dhabi Grand Prix"},
            {2025, "british grand prix", "12 British Grand Prix"},
            {2025, "Monaco GP", "8 Monaco Grand Prix"},
            {2025, "GP of Monaco", "8 Monaco Grand Prix"},
            {2025, "the Monaco Grand Prix", "8 Monaco Grand Prix"},
            {2025, "MONACO", "8 Monaco Grand Prix"},
            {2025, "Monte Carlo", "8 Monaco Grand Prix"},
            {2025, "montecarlo", "8 Monaco Grand Prix"},
            {2025, "Great Britain", "12 British Grand Prix"},
            {2025, "Großbritannien", "12 British Grand Prix"},
            {2025, "uk", "12 British Grand Prix"},
            {2025, "U.K.", "12 British Grand Prix"},
            {2025, "England", "12 British Grand Prix"},
            {2025, "UAE", "24 Abu Dhabi Grand Prix"},
            {2025, "emirates", "24 Abu Dhabi Grand Prix"},
            {2004, "USA", "9 United States Grand Prix"},
            {2004, "US", "9 United States Grand Prix"},
            {2025, "United States", "19 United States Grand Prix"},
            {2025, "cota", "19 United States Grand Prix"},
            {2025, "Circuit of the Americas", "19 United States Grand Prix"},
            {2025, "interlagos", "21 São Paulo Grand Prix"},
            {2025, "Autodromo Jose Carlos Pace", "21 São Paulo Grand Prix"},
            {2025, "sao PAULO", "21 São Paulo Grand Prix"},
            {2025, "Brazil", "21 São Paulo Grand Prix"},
            {2025, "red bull ring", "11 Austrian Grand Prix"},
            {2025, "redbullring", "11 Austrian Grand Prix"},
            {2025, "red bull", "11 Austrian Grand Prix"},
            {2003, "a1-ring", "6 Austrian Grand Prix"},
            {2026, "spa", "10 Belgian Grand Prix"},
            {2025, "Francorchamps", "13 Belgian Grand Prix"},
            {2017, "sepang", "15 Malaysian Grand Prix"},
            {2026, "sepang", "16 Bahrain Grand Prix"},
            {2025, "montmelo", "9 Spanish Grand Prix"},
            {2026, "barcelona", "7 Barcelona-Catalunya Grand Prix"},
            {2026, "madrid", "14 Spanish Grand Prix"},
            {2019, "paul", "8 French Grand Prix"}, // Paul Ricard, and no part of São Paulo
            {2025, "dhab", "24 Abu Dhabi Grand Prix"},
            {2020, "sakhir", "16 Sakhir Grand Prix"},
            {2013, "nurburgring", "9 German Grand Prix"},
            {2025, "suzuka", "3 Japanese Grand Prix"},
            {2025, "zuk", "3 Japanese Grand Prix"},
            {2025, "holland", "15 Dutch Grand Prix"},
        };
        for (const auto& one : given)
            QTest::addRow("%d %s", one.year, one.text) << one.year << QString::fromUtf8(one.race);
    }

    void finds()
    {
        QFETCH(int, year);
        QFETCH(QString, race);
        QCOMPARE(found(year, QString::fromUtf8(QTest::currentDataTag()).mid(5)), race);
    }

    // Whatever is shown of a race finds it, alone where no other is called so.
    void everyRaceByAllItsNames()
    {
        for (const std::vector<Race>& season : std::as_const(seasons_))
            for (const Race& race : season) {
                const QString shortName = QString(race.name).remove(QStringLiteral(" Grand Prix"));
                for (const QString& text : {race.name, race.name.toUpper(), wordsOf(race.name), shortName,
                                            shortName + QStringLiteral(" GP"), QString::number(race.round),
                                            QStringLiteral("R%1").arg(race.round)})
                    findsItself(race, text);
                if (isOnly(race, [](const Race& one) -> const QString& { return one.locality; }))
                    findsItself(race, race.locality);
                if (isOnly(race, [](const Race& one) -> const QString& { return one.circuit; })) {
                    findsItself(race, race.circuit);
                    findsItself(race, race.circuitName);
                }
                if (isOnly(race, [](const Race& one) -> const QString& { return one.country; }))
                    findsItself(race, race.country);
                if (QTest::currentTestFailed())
                    return;
            }
    }

    void everyUsualName()
    {
        const CsvTable names = usualNames();
        QCOMPARE(names.header,
                 QStringList({QStringLiteral("kind"), QStringLiteral("of"), QStringLiteral("name")}));
        QVERIFY(!names.rows.empty());
        QSet<QString> known;
        for (const QStringList& row : names.rows) {
            const bool circuit = row[0] == QLatin1StringView("circuit");
            QVERIFY2(circuit || row[0] == QLatin1StringView("country"), qPrintable(row[0]));
            QVERIFY2(!known.contains(row.join(u',')), qPrintable(row.join(u',')));
            known.insert(row.join(u','));
            bool used = false;
            for (const std::vector<Race>& season : std::as_const(seasons_))
                for (const Race& race : season)
                    if ((circuit ? race.circuit : race.country) == row[1]) {
                        used = true;
                        // The name of another race goes before: "Mexico City", "United States".
                        QVERIFY2(isListed(race, row[2]) || search(race.year, row[2]).has_value(),
                                 qPrintable(row[2] + u' ' + race.name));
                    }
            QVERIFY2(used, qPrintable(row[1]));
        }
    }

    void wordsGoBeforeParts()
    {
        QCOMPARE(findRaces(seasons_[2025], QStringLiteral("UK")).size(), 1U);  // none of Suzuka
        QCOMPARE(findRaces(seasons_[2026], QStringLiteral("Spa")).size(), 1U); // none of Spain
        QCOMPARE(findRaces(seasons_[2026], QStringLiteral("Spai")).size(), 2U);
    }

    void ambiguousNamesTheCandidates()
    {
        const auto race = search(2026, QStringLiteral("Spain"));
        QCOMPARE(race.error().code, ErrorCode::Ambiguous);
        QVERIFY2(race.error().message.contains(
                     QStringLiteral("7 Barcelona-Catalunya Grand Prix, 14 Spanish Grand Prix")),
                 qPrintable(race.error().message));
        QCOMPARE(search(2025, QStringLiteral("USA")).error().code, ErrorCode::Ambiguous);
        QCOMPARE(findRaces(seasons_[2025], QStringLiteral("Grand Prix")).size(), seasons_[2025].size());
        QCOMPARE(findRaces(seasons_[2025], QStringLiteral("GP")).size(), seasons_[2025].size());
    }

    void unknownNamesWhatThereIs()
    {
        for (const char* text : {"Atlantis", "99", "R99", "99999999999", "", " ", "-1", "'"}) {
            const auto race = search(2025, QString::fromLatin1(text));
            QVERIFY2(!race, text);
            QCOMPARE(race.error().code, ErrorCode::NotFound);
            QVERIFY(race.error().message.contains(QStringLiteral("Abu Dhabi")));
        }
        QCOMPARE(searchRace({}, 1949, QStringLiteral("1")).error().code, ErrorCode::NotFound);
    }

    // Of namesakes one that was cancelled is only found when nothing else fits.
    void cancelledComesLast()
    {
        std::vector<Race> races = seasons_[2026];
        Race cancelled = races[3];
        cancelled.id = 1000;
        cancelled.name = QStringLiteral("Bahrain Grand Prix");
        cancelled.circuit = QStringLiteral("bahrain");
        cancelled.locality = QStringLiteral("Sakhir");
        cancelled.country = QStringLiteral("Bahrain");
        cancelled.status = RaceStatus::Cancelled;
        races.insert(races.begin() + 3, cancelled); // its round went to the next one
        const auto found = [&](const char* text) {
            return searchRace(races, 2026, QString::fromLatin1(text)).value_or(Race()).id;
        };
        const RaceId run = search(2026, QStringLiteral("16"))->id;
        QCOMPARE(found("Bahrain"), run);
        QCOMPARE(found("bahrain gp"), run);
        QCOMPARE(found("bahr"), run);
        QCOMPARE(found("R4"), search(2026, QStringLiteral("Miami"))->id);
        QCOMPARE(found("Sakhir"), cancelled.id);
        QCOMPARE(found("sakhi"), cancelled.id);
    }

    // A whole name of a cancelled race says more than letters in the middle of another's.
    void cancelledGoesBeforeParts()
    {
        std::vector<Race> races = seasons_[2025];
        for (Race& race : races)
            if (race.circuit == QLatin1StringView("silverstone"))
                race.status = RaceStatus::Cancelled;
        QCOMPARE(searchRace(races, 2025, QStringLiteral("UK"))->name, QStringLiteral("British Grand Prix"));
    }

    void aYearNamesTheSeason()
    {
        std::vector<Race> all;
        for (const std::vector<Race>& season : std::as_const(seasons_))
            all.insert(all.end(), season.begin(), season.end());
        const auto found = [&](const char* text) {
            return findInSeasons(all, raceQuery(QLatin1StringView(text)));
        };
        QCOMPARE(found("monza 2025").size(), size_t(1));
        QCOMPARE(found("2025 monza").front().name, QStringLiteral("Italian Grand Prix"));
        QCOMPARE(found("2025").size(), seasons_[2025].size());
        QVERIFY(found("monza 1901").empty());
        const auto monza = found("monza");
        QVERIFY(monza.size() > 10);
        for (size_t i = 1; i < monza.size(); ++i)
            QVERIFY(monza[i - 1].year >= monza[i].year);   // the newest first
        QVERIFY(!raceQuery(QStringLiteral("R20")).season); // a round
    }

    // As sources other than the bundle write them.
    void anyNameOfACountry()
    {
        Race race = sample::race(1, 1, "silverstone", "2026-07-05T14:00:00Z");
        race.name = QStringLiteral("Some Grand Prix");
        race.country = QStringLiteral("United Kingdom");
        QVERIFY(searchRace({race}, 2026, QStringLiteral("Great Britain")));
        race.country = QStringLiteral("Atlantis");
        QVERIFY(searchRace({race}, 2026, QStringLiteral("atlantis")));
        QVERIFY(!searchRace({race}, 2026, QStringLiteral("UK")));
    }
};

QTEST_GUILESS_MAIN(FindRaceTest)
#include "FindRaceTest.moc"
