#include "season/RandomNumbers.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

using namespace parcferme::season;

namespace {

double normalCdf(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double quantile(double p)
{
    std::array number = {p};
    toNormal(number);
    return number.front();
}

} // namespace

class SeasonDrawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followSplitmix64()
    {
        // The published generator's first outputs of seed 1234567, without their lowest 11 bits.
        const std::array<std::uint64_t, 3> published = {6457827717110365317U, 3203168211198807973U,
                                                        9817491932198370423U};
        std::array<double, 3> numbers{};
        fillUniform(1234567, 0, numbers);
        for (std::size_t k = 0; k < numbers.size(); ++k)
            QCOMPARE(numbers[k], (static_cast<double>(published[k] >> 11U) + 0.5) * std::pow(2.0, -53));
    }

    void haveTheirOwnPlaces()
    {
        std::vector<double> all(100);
        fillUniform(1, 0, all);
        std::vector<double> part(30);
        fillUniform(1, 70, part);
        QCOMPARE(part, std::vector<double>(all.begin() + 70, all.end()));
        std::vector<double> other(100);
        fillUniform(2, 0, other);
        QVERIFY(other != all);
        for (const double number : all)
            QVERIFY(number > 0 && number < 1);
    }

    void invertTheNormalDistribution_data()
    {
        QTest::addColumn<double>("p");
        // Around the middle, its edges, tails, and far out beyond exp(-25).
        for (const double p :
             {0.5, 0.6, 0.074, 0.076, 0.924, 0.926, 0.01, 0.99, 1e-6, 1 - 1e-6, 1.3e-11, 1.5e-11, 1e-15})
            QTest::addRow("%g", p) << p;
    }

    void invertTheNormalDistribution()
    {
        QFETCH(double, p);
        const double x = quantile(p);
        QVERIFY(std::abs(normalCdf(x) - p) <= 1e-13 * std::max(p, 1e-2) ||
                std::abs(normalCdf(x) / p - 1) < 1e-12);
        QVERIFY((x < 0) == (p < 0.5));
    }

    void areKnownToAllDigits()
    {
        QCOMPARE(quantile(0.5), 0.0);
        QVERIFY(std::abs(quantile(0.975) - 1.959963984540054) < 1e-15 * 4);
        QVERIFY(std::abs(quantile(0.25) + 0.6744897501960817) < 1e-15 * 4);
        QVERIFY(std::abs(quantile(1e-20) + 9.262340089798408) < 1e-14);
    }

    void areInvertedInAnyNumber()
    {
        // Longer than the block that is computed at once, and no multiple of it.
        std::vector<double> many(71);
        fillUniform(3, 0, many);
        std::vector<double> expected;
        for (const double p : many)
            expected.push_back(quantile(p));
        toNormal(many);
        QCOMPARE(many, expected);
    }
};

QTEST_APPLESS_MAIN(SeasonDrawsTest)
#include "SeasonDrawsTest.moc"
