#include "tracker/InputsJson.h"

#include "tracker/JsonFields.h"

#include <QJsonArray>

namespace parcferme {

namespace {

using namespace predictor;

template <std::size_t N>
QJsonArray array(const std::array<double, N>& values)
{
    QJsonArray json;
    for (const double value : values)
        json.append(value);
    return json;
}

template <typename T>
QJsonValue maybe(const std::optional<T>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue text(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonObject json(const DecayedCount& count)
{
    return {{QStringLiteral("hits"), count.hits}, {QStringLiteral("total"), count.total}};
}

QJsonObject json(const DriverInputs& driver)
{
    return {
        {QStringLiteral("driver"), text(driver.driver)},
        {QStringLiteral("team"), text(driver.team)},
        {QStringLiteral("lineage"), text(driver.lineage)},
        {QStringLiteral("grid"), maybe(driver.grid)},
        {QStringLiteral("qualifying_position"), maybe(driver.qualifyingPosition)},
        {QStringLiteral("q1_ms"), maybe(driver.qualifyingMs[0])},
        {QStringLiteral("q2_ms"), maybe(driver.qualifyingMs[1])},
        {QStringLiteral("q3_ms"), maybe(driver.qualifyingMs[2])},
        {QStringLiteral("rating_quali"), driver.ratingQualifying},
        {QStringLiteral("rating_order"), driver.ratingOrder},
        {QStringLiteral("rating_pace"), driver.ratingPace},
        {QStringLiteral("rating_order_before_sprint"), maybe(driver.ratingOrderBeforeSprint)},
        {QStringLiteral("unseen_ratings"), driver.unseenRatings},
        {QStringLiteral("races_started"), driver.racesStarted},
        {QStringLiteral("team_mechanical"), json(driver.teamMechanical)},
        {QStringLiteral("driver_accidents"), json(driver.driverAccidents)},
    };
}

QJsonObject json(const WinnerTimeParameters& winner)
{
    return {
        {QStringLiteral("global_ratio"), winner.globalRatio},
        {QStringLiteral("circuit_offset"), winner.circuitOffset},
        {QStringLiteral("past_pace"), maybe(winner.pastPace)},
        {QStringLiteral("fallback_per_km"), winner.fallbackPerKm},
        {QStringLiteral("error_quantiles"), array(winner.errorQuantiles)},
    };
}

DecayedCount countFrom(const JsonFields& fields)
{
    return {fields.number("hits"), fields.number("total")};
}

DriverInputs driverFrom(const JsonFields& fields)
{
    DriverInputs driver;
    driver.driver = fields.text("driver").toStdString();
    driver.team = fields.text("team").toStdString();
    driver.lineage = fields.text("lineage").toStdString();
    driver.grid = fields.maybeInteger("grid");
    driver.qualifyingPosition = fields.maybeInteger("qualifying_position");
    driver.qualifyingMs = {fields.maybeInteger("q1_ms"), fields.maybeInteger("q2_ms"),
                           fields.maybeInteger("q3_ms")};
    driver.ratingQualifying = fields.number("rating_quali");
    driver.ratingOrder = fields.number("rating_order");
    driver.ratingPace = fields.number("rating_pace");
    driver.ratingOrderBeforeSprint = fields.maybeNumber("rating_order_before_sprint");
    driver.unseenRatings = fields.integer("unseen_ratings");
    driver.racesStarted = fields.integer("races_started");
    driver.teamMechanical = countFrom(fields.object("team_mechanical"));
    driver.driverAccidents = countFrom(fields.object("driver_accidents"));
    return driver;
}

void parametersFrom(const JsonFields& fields, ForecastInputs& inputs)
{
    const JsonFields strength = fields.object("strength");
    inputs.strength.weights = strength.numbers<InputCount>("weights");
    inputs.strength.sigma = strength.number("sigma");
    const JsonFields retirement = fields.object("retirement");
    inputs.retirement.rate = retirement.number("rate");
    inputs.retirement.mechanical = retirement.number("mechanical");
    inputs.retirement.circuit = countFrom(retirement.object("circuit"));
    inputs.retirement.beta = retirement.numbers<6>("beta");
    const JsonFields winner = fields.object("winner_time");
    inputs.winnerTime.globalRatio = winner.number("global_ratio");
    inputs.winnerTime.circuitOffset = winner.number("circuit_offset");
    inputs.winnerTime.pastPace = winner.maybeNumber("past_pace");
    inputs.winnerTime.fallbackPerKm = winner.number("fallback_per_km");
    inputs.winnerTime.errorQuantiles = winner.numbers<7>("error_quantiles");
    const JsonFields gap = fields.object("gap");
    inputs.gap.known = gap.flag("known");
    inputs.gap.coefficients = gap.numbers<3>("coefficients");
    inputs.gap.deviation = gap.number("deviation");
}

} // namespace

QJsonObject inputsJson(const ForecastInputs& inputs)
{
    QJsonArray drivers;
    for (const DriverInputs& driver : inputs.drivers)
        drivers.append(json(driver));
    return {
        {QStringLiteral("season"), inputs.season},
        {QStringLiteral("round"), inputs.round},
        {QStringLiteral("circuit"), text(inputs.circuit)},
        {QStringLiteral("session"), text(toString(inputs.session))},
        {QStringLiteral("stage"), text(toString(inputs.stage))},
        {QStringLiteral("laps_planned"), maybe(inputs.lapsPlanned)},
        {QStringLiteral("course_km"), maybe(inputs.courseKm)},
        {QStringLiteral("drivers"), drivers},
        {QStringLiteral("strength"), QJsonObject{{QStringLiteral("weights"), array(inputs.strength.weights)},
                                                 {QStringLiteral("sigma"), inputs.strength.sigma}}},
        {QStringLiteral("retirement"),
         QJsonObject{{QStringLiteral("rate"), inputs.retirement.rate},
                     {QStringLiteral("mechanical"), inputs.retirement.mechanical},
                     {QStringLiteral("circuit"), json(inputs.retirement.circuit)},
                     {QStringLiteral("beta"), array(inputs.retirement.beta)}}},
        {QStringLiteral("winner_time"), json(inputs.winnerTime)},
        {QStringLiteral("gap"), QJsonObject{{QStringLiteral("known"), inputs.gap.known},
                                            {QStringLiteral("coefficients"), array(inputs.gap.coefficients)},
                                            {QStringLiteral("deviation"), inputs.gap.deviation}}},
    };
}

Result<ForecastInputs> inputsFromJson(const QJsonObject& json)
{
    JsonFields::Problem problem;
    const JsonFields fields(json, QStringLiteral("inputs"), problem);
    ForecastInputs inputs;
    inputs.season = fields.integer("season");
    inputs.round = fields.integer("round");
    inputs.circuit = fields.text("circuit").toStdString();
    const QString session = fields.text("session");
    const auto forecast = sessionFromString(session.toStdString());
    if (!forecast)
        return fail(ErrorCode::Data, QStringLiteral("inputs.session is \"%1\".").arg(session));
    inputs.session = *forecast;
    const QString stage = fields.text("stage");
    const auto known = stageFromString(stage.toStdString());
    if (!known)
        return fail(ErrorCode::Data, QStringLiteral("inputs.stage is \"%1\".").arg(stage));
    inputs.stage = *known;
    inputs.lapsPlanned = fields.maybeInteger("laps_planned");
    inputs.courseKm = fields.maybeNumber("course_km");
    for (const JsonFields& driver : fields.objects("drivers"))
        inputs.drivers.push_back(driverFrom(driver));
    parametersFrom(fields, inputs);
    if (!problem.text.isEmpty())
        return fail(ErrorCode::Data, problem.text);
    return inputs;
}

} // namespace parcferme
