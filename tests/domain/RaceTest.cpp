#include "domain/Race.h"

#include <QTest>
#include <QTimeZone>

using namespace parcferme;

class RaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startersAreInTheClassification()
    {
        const QList<std::pair<Classification, bool>> expected = {
            {Classification::Classified, true},    {Classification::Retired, true},
            {Classification::NotClassified, true}, {Classification::Disqualified, true},
            {Classification::DidNotStart, false},  {Classification::DidNotQualify, false},
            {Classification::Excluded, false}};
        for (const auto& [classification, starter] : expected) {
            ResultRow row;
            row.classification = classification;
            QCOMPARE(row.starter(), starter);
            QCOMPARE(row.classified(), classification == Classification::Classified);
        }
    }

    void startOrDate()
    {
        Race race;
        race.eventDate = QDate(2023, 11, 18);
        QCOMPARE(race.startOrDate(), QDateTime(QDate(2023, 11, 18), QTime(0, 0), QTimeZone::utc()));
        race.start = QDateTime(QDate(2023, 11, 18), QTime(4, 0), QTimeZone::utc());
        QCOMPARE(race.startOrDate(), *race.start);
    }

    void fullName()
    {
        Driver driver;
        driver.familyName = QStringLiteral("Zhou");
        QCOMPARE(driver.fullName(), QStringLiteral("Zhou"));
        driver.givenName = QStringLiteral("Guanyu");
        QCOMPARE(driver.fullName(), QStringLiteral("Guanyu Zhou"));
    }
};

QTEST_GUILESS_MAIN(RaceTest)
#include "RaceTest.moc"
