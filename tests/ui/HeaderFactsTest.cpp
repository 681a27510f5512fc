#include "ui/session/HeaderState.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int day, int hour, int minute = 0)
{
    return {QDate(2026, 8, day), QTime(hour, minute), QTimeZone::utc()};
}

// A race on Sunday 23 August at 13:00, with a frozen prediction.
struct Page
{
    Page()
    {
        details.overview.race.name = u"Dutch Grand Prix"_s;
        details.overview.race.eventDate = QDate(2026, 8, 23);
        details.overview.race.start = at(23, 13);
        details.people.drivers.insert(u"norris"_s, {u"norris"_s, u"NOR"_s, u"Lando"_s, u"Norris"_s, {}, {}});
        view.prediction.id = 1;
        view.prediction.kind = PredictionKind::Live;
        view.prediction.createdAt = at(22, 18);
        view.forecast.stage = predictor::Stage::Qualifying;
    }
    HeaderFact fact(const QString& label, const QDateTime& now = at(23, 9), bool predicted = true) const
    {
        for (const HeaderFact& fact :
             HeaderWords::state(details, predicted ? &view : nullptr, now, false).facts)
            if (fact.label == label)
                return fact;
        return {};
    }

    RaceDetails details;
    ForecastView view;
};

Weather forecast(double chance)
{
    return {{},
            at(23, 8, 20),
            u"open-meteo"_s,
            {{at(23, 12), 5.0, 0.0, {}, 20.0, 5.0}, {at(23, 13), chance, 0.4, {}, 21.6, 5.0}}};
}

} // namespace

// What the header says of the grid and the weather.
class HeaderFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale::c());
    }

    void theStageNamesTheOfficialGrid()
    {
        Page page;
        QCOMPARE(page.fact(u"Stage"_s).level, QString());
        QCOMPARE(page.fact(u"Stage"_s).value, u"Qualifying order"_s);
        page.view.forecast.stage = predictor::Stage::Nothing;
        QCOMPARE(page.fact(u"Stage"_s).value, u"Before qualifying"_s);
        page.view.forecast.stage = predictor::Stage::Grid;
        QCOMPARE(page.fact(u"Stage"_s).value, u"Official grid"_s); // of the result
        page.view.manualGrid = true;
        page.details.manualGrid = ManualGrid{{}, at(22, 17, 20), {}};
        QCOMPARE(page.fact(u"Stage"_s).value, u"Grid by hand, Sat 17:20"_s);
        page.details.manualGrid->enteredAt = at(23, 8); // after the freeze: not the one it knew
        QCOMPARE(page.fact(u"Stage"_s).value, u"Grid by hand"_s);
        page.view.officialGridAt = at(23, 10, 12);
        QCOMPARE(page.fact(u"Stage"_s).value, u"Official grid, Sun 10:12"_s);
    }

    void aGridAfterTheFreezeIsToldBesideIt()
    {
        Page page;
        page.details.gridMoves = {{u"norris"_s, 3, 8}, {u"bottas"_s, 22, 0}};
        const HeaderFact fact = page.fact(u"Stage"_s);
        QVERIFY2(fact.level.contains(u"2 moved"_s), qPrintable(fact.level));
        QVERIFY(!fact.warning);
        QVERIFY2(fact.tooltip.contains(u"Lando Norris: 8 instead of 3"_s), qPrintable(fact.tooltip));
        QVERIFY2(fact.tooltip.contains(u"pit lane instead of 22"_s), qPrintable(fact.tooltip));
        page.view.prediction.id = 0; // a preview knows the newest grid
        QCOMPARE(page.fact(u"Stage"_s).level, QString());
    }

    void weatherAtTheStart()
    {
        const QString label = u"Weather at the start"_s;
        Page page;
        QCOMPARE(page.fact(label).value, QString());
        page.details.weather = forecast(15);
        HeaderFact fact = page.fact(label);
        QCOMPARE(fact.value, u"Rain 15 %, 22 °C"_s);
        QCOMPARE(fact.level, u"Open-Meteo, 40 min old"_s);
        QCOMPARE(fact.shortLevel, std::optional(u"40 min old"_s));
        QVERIFY(!fact.levelWarns);
        QVERIFY2(fact.tooltip.contains(u"12:00  rain 5 %, 0.0 mm, 20 °C, wind 18 km/h\n13:00  rain 15 %"_s),
                 qPrintable(fact.tooltip));
        QVERIFY(fact.tooltip.contains(u"no input of the prediction"_s));
        // Without a prediction too; over six hours old it warns.
        QCOMPARE(page.fact(label, at(23, 9), false).value, fact.value);
        page.details.weather->fetchedAt = at(23, 5);
        QVERIFY(!page.fact(label, at(23, 11)).levelWarns);
        QVERIFY(page.fact(label, at(23, 11, 1)).levelWarns);
        QVERIFY(!page.fact(label, at(23, 11, 1)).warning); // it stays in its place
        // After the start it is what had been forecast.
        QCOMPARE(page.fact(label, at(25, 9)).level, u"Open-Meteo, forecast of 23 Aug 05:00"_s);
        QVERIFY(!page.fact(label, at(25, 9)).levelWarns);
        page.details.weather->fetchedAt = at(23, 8, 20);
        // What the source did not say.
        page.details.weather->hours.back().rainChance.reset();
        QCOMPARE(page.fact(label).value, u"22 °C"_s);
        page.details.weather->hours.pop_back();
        QCOMPARE(page.fact(label).value, u"–"_s);
    }

    void weatherThatIsStillToCome()
    {
        const QString label = u"Weather at the start"_s;
        Page page;
        page.details.forecastsWeather = true;
        QCOMPARE(page.fact(label, at(1, 9)).value, u"from 9 Aug on"_s);
        QCOMPARE(page.fact(label, at(10, 9)).value, u"–"_s);
        QCOMPARE(page.fact(label, at(23, 13)).value, QString()); // started
        page.details.forecastsWeather = false;                   // switched off
        QCOMPARE(page.fact(label, at(1, 9)).value, QString());
    }

    void weatherThatWasMeasured()
    {
        const QString label = u"Weather at the start"_s;
        Page page;
        page.details.weather = Weather{{},
                                       at(23, 16),
                                       u"openf1"_s,
                                       {{at(23, 12), {}, {}, 0.5, 20.0, 5.0},
                                        {at(23, 13), {}, {}, 0.0, 24.1, 5.0},
                                        {at(23, 14), {}, {}, 0.0, 25.0, 5.0}}};
        QCOMPARE(page.fact(label, at(25, 9)).value, u"was dry, 24 °C"_s); // before the start does not count
        QVERIFY(!page.fact(label, at(25, 9)).warning);
        page.details.weather->hours.back().rainShare = 0.25;
        QCOMPARE(page.fact(label, at(25, 9)).value, u"was wet, 24 °C"_s);
        QVERIFY(page.fact(label, at(25, 9)).tooltip.contains(u"rain in 25 % of the time"_s));
    }
};

QTEST_GUILESS_MAIN(HeaderFactsTest)
#include "HeaderFactsTest.moc"
