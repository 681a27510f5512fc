#include "predictor/Features.h"
#include "predictor/Numerics.h"

#include <QTest>

#include <cmath>

using namespace parcferme::predictor;

namespace {

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-12;
}

DriverInputs driver(const std::string& id, int position, std::optional<int> ms)
{
    DriverInputs inputs;
    inputs.driver = id;
    inputs.grid = position;
    inputs.qualifyingPosition = position;
    inputs.qualifyingMs[0] = ms;
    return inputs;
}

constexpr std::size_t Quali = 2;

} // namespace

class PredictorFeaturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeAndExperience()
    {
        std::vector<DriverInputs> field;
        for (int k = 1; k <= 22; ++k)
            field.push_back(driver("d" + std::to_string(k), k, 90000));
        field[4].racesStarted = 20;
        const Features known = features(field, Stage::Grid);
        QVERIFY(near(known.inputs[0][0], normalScore(1, 22)));
        QVERIFY(near(known.inputs[21][0], normalScore(22, 22)));
        QVERIFY(near(known.inputs[21][1], -std::log(22.0)));
        QVERIFY(near(known.inputs[4][6], 1 / 5.0));
        QVERIFY(near(known.inputs[0][6], 1.0));
    }

    void twoCarsWithoutATimeStandWhereTheirRatingSays()
    {
        std::vector<DriverInputs> field = {driver("a", 1, 100000), driver("b", 2, 101000), driver("c", 3, {}),
                                           driver("d", 4, {})};
        field[2].ratingQualifying = -0.5;
        field[3].ratingQualifying = -30;
        const double gap = 100 * std::log(1.01);
        const double level = gap / 2; // median of (gap + rating) over those with a time
        const double expected[] = {0, gap, level + 0.5, 4.0};
        const double mean = (expected[0] + expected[1] + expected[2] + expected[3]) / 4;
        const Features known = features(field, Stage::Grid);
        for (std::size_t k = 0; k < 4; ++k)
            QVERIFY(near(known.inputs[k][Quali], mean - expected[k]));
        QCOMPARE(known.imputed, (std::vector<int>{0, 0, 1, 1}));
    }

    void withoutAnyTimeTheRatingsStandIn()
    {
        std::vector<DriverInputs> field = {driver("a", 1, {}), driver("b", 2, {}), driver("c", 3, {})};
        field[0].ratingQualifying = 6;
        field[1].ratingQualifying = 0;
        field[2].ratingQualifying = -6;
        const Features known = features(field, Stage::Grid);
        QVERIFY(near(known.inputs[0][Quali], 6)); // not cut: gaps 0, 6, 12
        QVERIFY(near(known.inputs[2][Quali], -6));
    }

    void eachStageHasItsOrder()
    {
        std::vector<DriverInputs> field = {driver("a", 1, 90000), driver("b", 2, 90100),
                                           driver("c", 3, 90200)};
        field[0].grid = 0; // pit lane
        field[2].ratingOrder = 1;
        QCOMPARE(features(field, Stage::Grid).start, (std::vector<int>{3, 1, 2}));
        QCOMPARE(features(field, Stage::Qualifying).start, (std::vector<int>{1, 2, 3}));
        QCOMPARE(features(field, Stage::Nothing).start, (std::vector<int>{2, 3, 1})); // ties by driver id
    }

    void imputedIsWhatTheStageCouldHaveKnown()
    {
        std::vector<DriverInputs> field = {driver("a", 1, 90000), driver("b", 2, 90100), driver("c", 3, {})};
        field[0].grid = 0;
        field[1].grid.reset();
        field[1].unseenRatings = 3;
        field[2].qualifyingPosition.reset();
        QCOMPARE(features(field, Stage::Grid).imputed, (std::vector<int>{0, 5, 1}));
        QCOMPARE(features(field, Stage::Qualifying).imputed, (std::vector<int>{0, 3, 3}));
        QCOMPARE(features(field, Stage::Nothing).imputed, (std::vector<int>{0, 3, 0}));
        QCOMPARE(knowableInputs(Stage::Nothing), 4);
        QCOMPARE(knowableInputs(Stage::Qualifying), 7);
    }
};

QTEST_APPLESS_MAIN(PredictorFeaturesTest)
#include "PredictorFeaturesTest.moc"
