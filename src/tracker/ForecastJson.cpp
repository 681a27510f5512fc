#include "tracker/ForecastJson.h"

#include "tracker/JsonFields.h"

#include <QJsonArray>

#include <cmath>

namespace parcferme {

namespace {

using predictor::DriverForecast;
using predictor::Forecast;

// A value of a forecast: its name in the snapshot and where it stands. Writing, reading and comparing go
// through these lists.
template <typename Owner, typename T>
struct Member
{
    const char* name;
    T Owner::* value;
};

constexpr Member<Forecast, double> Numbers[] = {
    {"sigma", &Forecast::sigma},
    {"confidence", &Forecast::confidence},
    {"feature_coverage", &Forecast::featureCoverage},
    {"winner_time", &Forecast::winnerTime},
};
constexpr Member<Forecast, bool> Flags[] = {
    {"laps_known", &Forecast::lapsKnown},
    {"gaps_known", &Forecast::gapsKnown},
};
constexpr Member<DriverForecast, std::string> DriverTexts[] = {
    {"driver", &DriverForecast::driver},
    {"team", &DriverForecast::team},
};
constexpr Member<DriverForecast, int> DriverIntegers[] = {
    {"starting_position", &DriverForecast::startingPosition},
    {"predicted_position", &DriverForecast::predictedPosition},
    {"position_low", &DriverForecast::low80},
    {"position_high", &DriverForecast::high80},
    {"imputed", &DriverForecast::imputed},
};
constexpr Member<DriverForecast, double> DriverNumbers[] = {
    {"strength", &DriverForecast::mu},
    {"p_retire", &DriverForecast::pRetire},
    {"p_win", &DriverForecast::pWin},
    {"p_podium", &DriverForecast::pPodium},
    {"p_points", &DriverForecast::pPoints},
    {"expected_position", &DriverForecast::expectedPosition},
    {"race_time", &DriverForecast::raceTime},
    {"gap", &DriverForecast::gap},
    {"gap_low", &DriverForecast::gapLow},
    {"gap_high", &DriverForecast::gapHigh},
    {"uncertainty", &DriverForecast::uncertainty},
};
// Written where they are known only.
constexpr Member<DriverForecast, std::optional<double>> DriverMaybes[] = {
    {"p_lapped", &DriverForecast::pLapped},
    {"rating_order_before_sprint", &DriverForecast::ratingOrderBeforeSprint},
};
constexpr Member<DriverForecast, std::vector<double>> DriverLists[] = {
    {"inputs", &DriverForecast::inputs},
    {"parts", &DriverForecast::explanation},
    {"positions", &DriverForecast::positions},
};

template <typename List>
QJsonArray array(const List& values)
{
    QJsonArray json;
    for (const double value : values)
        json.append(value);
    return json;
}

QJsonObject json(const DriverForecast& driver)
{
    QJsonObject json{{QStringLiteral("grid"), driver.grid ? QJsonValue(*driver.grid) : QJsonValue()}};
    for (const auto& [name, member] : DriverTexts)
        json.insert(QLatin1StringView(name), QString::fromStdString(driver.*member));
    for (const auto& [name, member] : DriverIntegers)
        json.insert(QLatin1StringView(name), driver.*member);
    for (const auto& [name, member] : DriverNumbers)
        json.insert(QLatin1StringView(name), driver.*member);
    for (const auto& [name, member] : DriverMaybes)
        if (const auto& value = driver.*member)
            json.insert(QLatin1StringView(name), *value);
    for (const auto& [name, member] : DriverLists)
        json.insert(QLatin1StringView(name), array(driver.*member));
    return json;
}

DriverForecast driverFrom(const JsonFields& fields)
{
    DriverForecast driver;
    driver.grid = fields.maybeInteger("grid");
    for (const auto& [name, member] : DriverTexts)
        driver.*member = fields.text(name).toStdString();
    for (const auto& [name, member] : DriverIntegers)
        driver.*member = fields.integer(name);
    for (const auto& [name, member] : DriverNumbers)
        driver.*member = fields.number(name);
    for (const auto& [name, member] : DriverMaybes)
        driver.*member = fields.maybeNumber(name);
    for (const auto& [name, member] : DriverLists)
        driver.*member = fields.numbers(name);
    return driver;
}

// Every reader of a forecast may take its lists to be as long as they belong.
bool isWhole(const Forecast& forecast)
{
    return forecast.weights.size() == forecast.inputNames.size() &&
           std::ranges::all_of(forecast.drivers, [&](const DriverForecast& driver) {
               return driver.inputs.size() == forecast.weights.size() &&
                      driver.explanation.size() == forecast.weights.size() &&
                      driver.positions.size() == forecast.drivers.size();
           });
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::max(std::abs(a), std::abs(b)));
}

bool near(const std::optional<double>& one, const std::optional<double>& other)
{
    return one.has_value() == other.has_value() && (!one || near(*one, *other));
}

template <typename List>
bool near(const List& one, const List& other)
{
    return std::ranges::equal(one, other, [](double a, double b) { return near(a, b); });
}

const char* difference(const DriverForecast& one, const DriverForecast& other)
{
    if (one.grid != other.grid)
        return "grid";
    for (const auto& [name, member] : DriverTexts)
        if (one.*member != other.*member)
            return name;
    for (const auto& [name, member] : DriverIntegers)
        if (one.*member != other.*member)
            return name;
    for (const auto& [name, member] : DriverNumbers)
        if (!near(one.*member, other.*member))
            return name;
    for (const auto& [name, member] : DriverMaybes)
        if (!near(one.*member, other.*member))
            return name;
    for (const auto& [name, member] : DriverLists)
        if (!near(one.*member, other.*member))
            return name;
    return nullptr;
}

const char* ownDifference(const Forecast& one, const Forecast& other)
{
    if (one.session != other.session)
        return "session";
    if (one.stage != other.stage)
        return "stage";
    if (!near(one.lapSeconds, other.lapSeconds))
        return "lap_seconds";
    if (one.inputNames != other.inputNames)
        return "inputs";
    if (one.numImputed != other.numImputed)
        return "num_imputed";
    if (!near(one.weights, other.weights))
        return "weights";
    if (!near(one.winnerTimeQuantiles, other.winnerTimeQuantiles))
        return "winner_time_quantiles";
    for (const auto& [name, member] : Flags)
        if (one.*member != other.*member)
            return name;
    for (const auto& [name, member] : Numbers)
        if (!near(one.*member, other.*member))
            return name;
    return one.drivers.size() == other.drivers.size() ? nullptr : "drivers";
}

} // namespace

QJsonObject forecastJson(const Forecast& forecast)
{
    const std::string_view session = predictor::toString(forecast.session);
    const std::string_view stage = predictor::toString(forecast.stage);
    QJsonArray inputs, drivers;
    for (const std::string& name : forecast.inputNames)
        inputs.append(QString::fromStdString(name));
    for (const DriverForecast& driver : forecast.drivers)
        drivers.append(json(driver));
    QJsonObject json{
        {QStringLiteral("session"),
         QString::fromUtf8(session.data(), static_cast<qsizetype>(session.size()))},
        {QStringLiteral("stage"), QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size()))},
        {QStringLiteral("inputs"), inputs},
        {QStringLiteral("weights"), array(forecast.weights)},
        {QStringLiteral("num_imputed"), forecast.numImputed},
        {QStringLiteral("winner_time_quantiles"), array(forecast.winnerTimeQuantiles)},
        {QStringLiteral("drivers"), drivers}};
    for (const auto& [name, member] : Numbers)
        json.insert(QLatin1StringView(name), forecast.*member);
    for (const auto& [name, member] : Flags)
        json.insert(QLatin1StringView(name), forecast.*member);
    if (forecast.lapSeconds)
        json.insert(QStringLiteral("lap_seconds"), *forecast.lapSeconds);
    return json;
}

Result<Forecast> forecastFromJson(const QJsonObject& json)
{
    JsonFields::Problem problem;
    const JsonFields fields(json, QStringLiteral("forecast"), problem);
    Forecast forecast;
    // The first model forecast Grands Prix only, and did not say so.
    const QString session = fields.maybeText("session").value_or(QStringLiteral("race"));
    const auto of = predictor::sessionFromString(session.toStdString());
    if (!of)
        return fail(ErrorCode::Data, QStringLiteral("forecast.session is \"%1\".").arg(session));
    forecast.session = *of;
    const QString stage = fields.text("stage");
    const auto known = predictor::stageFromString(stage.toStdString());
    if (!known)
        return fail(ErrorCode::Data, QStringLiteral("forecast.stage is \"%1\".").arg(stage));
    forecast.stage = *known;
    for (const QString& name : fields.texts("inputs"))
        forecast.inputNames.push_back(name.toStdString());
    forecast.weights = fields.numbers("weights");
    forecast.numImputed = fields.integer("num_imputed");
    forecast.winnerTimeQuantiles = fields.numbers<7>("winner_time_quantiles");
    forecast.lapSeconds = fields.maybeNumber("lap_seconds");
    for (const auto& [name, member] : Numbers)
        forecast.*member = fields.number(name);
    for (const auto& [name, member] : Flags)
        forecast.*member = fields.flag(name);
    for (const JsonFields& driver : fields.objects("drivers"))
        forecast.drivers.push_back(driverFrom(driver));
    if (!problem.text.isEmpty())
        return fail(ErrorCode::Data, problem.text);
    if (!isWhole(forecast))
        return fail(ErrorCode::Data,
                    QStringLiteral("forecast: a list of a driver has not the right length."));
    return forecast;
}

QString forecastDifference(const Forecast& one, const Forecast& other)
{
    if (const char* name = ownDifference(one, other))
        return QString::fromLatin1(name);
    for (std::size_t i = 0; i < one.drivers.size(); ++i)
        if (const char* name = difference(one.drivers[i], other.drivers[i]))
            return QStringLiteral("%1 of %2")
                .arg(QLatin1StringView(name), QString::fromStdString(one.drivers[i].driver));
    return {};
}

} // namespace parcferme
