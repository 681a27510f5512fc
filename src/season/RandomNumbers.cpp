#include "season/RandomNumbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace parcferme::season {

namespace {

using Polynomial = std::array<double, 8>; // highest power first

// Numerators and denominators of AS 241: around the middle, in the tails, far out.
constexpr Polynomial MiddleTop = {
    2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
    1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0};
constexpr Polynomial MiddleBottom = {
    5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
    5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0};
constexpr Polynomial TailTop = {7.74545014278341407640e-4, 2.27238449892691845833e-2,
                                2.41780725177450611770e-1, 1.27045825245236838258e+0,
                                3.64784832476320460504e+0, 5.76949722146069140550e+0,
                                4.63033784615654529590e+0, 1.42343711074968357734e+0};
constexpr Polynomial TailBottom = {1.05075007164441684324e-9, 5.47593808499534494600e-4,
                                   1.51986665636164571966e-2, 1.48103976427480074590e-1,
                                   6.89767334985100004550e-1, 1.67638483018380384940e+0,
                                   2.05319162663775882187e+0, 1.0};
constexpr Polynomial FarTop = {2.01033439929228813265e-7, 2.71155556874348757815e-5,
                               1.24266094738807843860e-3, 2.65321895265761230930e-2,
                               2.96560571828504891230e-1, 1.78482653991729133580e+0,
                               5.46378491116411436990e+0, 6.65790464350110377720e+0};
constexpr Polynomial FarBottom = {2.04426310338993978564e-15, 1.42151175831644588870e-7,
                                  1.84631831751005468180e-5,  7.86869131145613259100e-4,
                                  1.48753612908506148525e-2,  1.36929880922735805310e-1,
                                  5.99832206555887937690e-1,  1.0};

constexpr double Middle = 0.425; // half the width of the middle
constexpr double FarFrom = 5.0;

double value(const Polynomial& p, double x)
{
    // Written out: the compiler then computes several numbers at once.
    return ((((((p[0] * x + p[1]) * x + p[2]) * x + p[3]) * x + p[4]) * x + p[5]) * x + p[6]) * x + p[7];
}

double inTheMiddle(double u)
{
    const double q = u - 0.5;
    const double r = 0.180625 - q * q;
    return value(MiddleTop, r) * q / value(MiddleBottom, r);
}

double inATail(double u)
{
    const bool low = u <= 0.5;
    const double t = std::sqrt(-std::log(low ? u : 1 - u));
    const double x = t <= FarFrom ? value(TailTop, t - 1.6) / value(TailBottom, t - 1.6)
                                  : value(FarTop, t - FarFrom) / value(FarBottom, t - FarFrom);
    return low ? -x : x;
}

} // namespace

void fillUniform(std::uint64_t seed, std::uint64_t first, std::span<double> numbers)
{
    constexpr std::uint64_t step = 0x9E3779B97F4A7C15U;
    std::uint64_t state = seed + first * step;
    for (double& number : numbers) {
        state += step;
        std::uint64_t x = state;
        x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
        x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
        x ^= x >> 31U;
        // Signed: a machine turns that into a double in one instruction, and 53 bits fit either way.
        number = (static_cast<double>(static_cast<std::int64_t>(x >> 11U)) + 0.5) * 0x1p-53;
    }
}

void toNormal(std::span<double> numbers)
{
    // All as if in the middle, without a branch, then the few of the tails anew.
    constexpr std::size_t blockSize = 32;
    std::array<double, blockSize> result{};
    while (!numbers.empty()) {
        const auto block = numbers.first(std::min(blockSize, numbers.size()));
        for (std::size_t k = 0; k < block.size(); ++k)
            result[k] = inTheMiddle(block[k]);
        for (std::size_t k = 0; k < block.size(); ++k)
            block[k] = std::abs(block[k] - 0.5) <= Middle ? result[k] : inATail(block[k]);
        numbers = numbers.subspan(block.size());
    }
}

} // namespace parcferme::season
