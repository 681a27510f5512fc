#include "tracker/InputsJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace parcferme;

class InputsJsonTest : public QObject
{
    Q_OBJECT

private:
    static predictor::ForecastInputs sample()
    {
        predictor::ForecastInputs inputs;
        inputs.season = 2025;
        inputs.round = 24;
        inputs.circuit = "yas_marina";
        inputs.stage = predictor::Stage::Qualifying;
        inputs.lapsPlanned = 58;
        inputs.courseKm = 5.281;
        predictor::DriverInputs driver;
        driver.driver = "max_verstappen";
        driver.team = driver.lineage = "red_bull";
        driver.qualifyingPosition = 1;
        driver.qualifyingMs = {82877, std::nullopt, 82207};
        driver.ratingPace = 1.0 / 3.0;
        driver.ratingOrderBeforeSprint = -1.0 / 7.0;
        driver.racesStarted = 232;
        driver.driverAccidents = {0.1 + 0.2, 1e-17};
        inputs.drivers = {driver};
        inputs.strength.weights = {0.1, 2.0 / 3.0, 0, -0.0, 1e-300, 5, 6};
        inputs.strength.sigma = 0.43;
        inputs.retirement.beta = {1, 2, 3, 4, 5, 6};
        inputs.winnerTime.pastPace = 4.5;
        inputs.gap.known = true;
        inputs.gap.coefficients = {1.1, 2.2, 3.3};
        inputs.gap.deviation = 0.7;
        return inputs;
    }

private Q_SLOTS:
    void nothingIsLost()
    {
        const QJsonObject json = inputsJson(sample());
        const auto bytes = QJsonDocument(json).toJson();
        const auto read = inputsFromJson(QJsonDocument::fromJson(bytes).object());
        QVERIFY(read);
        QCOMPARE(inputsJson(*read), json);
        QCOMPARE(read->drivers[0].ratingPace, 1.0 / 3.0);
        QCOMPARE(read->drivers[0].driverAccidents.hits, 0.1 + 0.2);
        QCOMPARE(read->drivers[0].ratingOrderBeforeSprint, std::optional(-1.0 / 7.0));
        QVERIFY(!read->drivers[0].grid);
        QVERIFY(!read->drivers[0].qualifyingMs[1]);
        QCOMPARE(*read->winnerTime.pastPace, 4.5);
    }

    void missingFieldIsNamed()
    {
        QJsonObject json = inputsJson(sample());
        QJsonArray drivers = json.value(QStringLiteral("drivers")).toArray();
        QJsonObject driver = drivers[0].toObject();
        driver.remove(QStringLiteral("rating_pace"));
        drivers[0] = driver;
        json.insert(QStringLiteral("drivers"), drivers);
        const auto read = inputsFromJson(json);
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(QStringLiteral("inputs.drivers[0].rating_pace")));
    }

    void wrongKindsAreNamed()
    {
        for (const QString& field :
             {QStringLiteral("gap"), QStringLiteral("strength"), QStringLiteral("season"),
              QStringLiteral("drivers"), QStringLiteral("stage"), QStringLiteral("session")}) {
            QJsonObject json = inputsJson(sample());
            json.insert(field, QJsonArray{QStringLiteral("x")});
            const auto read = inputsFromJson(json);
            QVERIFY(!read);
            QVERIFY2(read.error().message.contains(field), qPrintable(read.error().message));
        }
    }
};

QTEST_GUILESS_MAIN(InputsJsonTest)
#include "InputsJsonTest.moc"
