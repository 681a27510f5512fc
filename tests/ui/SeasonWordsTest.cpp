#include "ui/session/SeasonWords.h"

#include <QTest>

using namespace parcferme;

// The season in words, on the Saturday of a sprint weekend.
class SeasonWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The Grand Prix of the weekend is the next race, not that of the week after.
    void afterTheSprintItsGrandPrixIsNext()
    {
        const SeasonView view = saturday();
        QVERIFY(view.endsWithSprint());
        const auto wins = [](int round, Session session = Session::Race) {
            return SeasonCondition{{}, SeasonCondition::Kind::Wins, round, session};
        };
        QCOMPARE(SeasonWords::condition(view, wins(2)), QStringLiteral("wins the next race, Netherlands"));
        QCOMPARE(SeasonWords::condition(view, wins(3)), QStringLiteral("wins in Italy"));
        QCOMPARE(SeasonWords::condition(view, wins(3, Session::Sprint)),
                 QStringLiteral("wins the next sprint, Italy"));
        QCOMPARE(SeasonWords::header(view, season::Contestants::Drivers, false).badge,
                 QStringLiteral("Live, after the sprint of round 2"));
    }

    void onceItHasRunTheRoundIsOver()
    {
        SeasonView view = saturday();
        view.left.erase(view.left.begin());
        QVERIFY(!view.endsWithSprint());
        QCOMPARE(SeasonWords::header(view, season::Contestants::Drivers, false).badge,
                 QStringLiteral("Live, after round 2"));
    }

private:
    static SeasonView saturday()
    {
        SeasonView view;
        view.year = 2026;
        const QStringList countries = {QStringLiteral("Hungary"), QStringLiteral("Netherlands"),
                                       QStringLiteral("Italy")};
        for (int round = 1; round <= 3; ++round) {
            Race race;
            race.year = 2026;
            race.round = round;
            race.name = countries[round - 1] + QStringLiteral(" Grand Prix");
            view.calendar.push_back(race);
        }
        view.rounds = {1, 2};
        view.after = 2;
        using season::Session;
        view.left = {{2, Session::Race, false}, {3, Session::Sprint, true}, {3, Session::Race, true}};
        return view;
    }
};

QTEST_APPLESS_MAIN(SeasonWordsTest)
#include "SeasonWordsTest.moc"
