#include "export/PredictionOutput.h"

#include "core/UtcTime.h"
#include "domain/Columns.h"
#include "domain/Words.h"
#include "export/Json.h"
#include "export/WeatherOutput.h"
#include "predictor/Explanation.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace parcferme {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PredictionOutput", text);
}

QString stageWord(predictor::Stage stage)
{
    switch (stage) {
    case predictor::Stage::Nothing:
        return QStringLiteral("nothing");
    case predictor::Stage::Qualifying:
        return QStringLiteral("qualifying");
    case predictor::Stage::Grid:
        return QStringLiteral("grid");
    }
    return {};
}

const predictor::DriverForecast* forecastOf(const ForecastView& view, const QString& driver)
{
    const std::string id = driver.toStdString();
    const auto& drivers = view.forecast.drivers;
    const auto found =
        std::find_if(drivers.begin(), drivers.end(), [&](const auto& d) { return d.driver == id; });
    return found == drivers.end() ? nullptr : &*found;
}

QVariant cell(const std::optional<double>& number)
{
    return number ? QVariant(*number) : QVariant();
}

double sum(const std::vector<double>& parts)
{
    double total = 0;
    for (const double part : parts)
        total += part;
    return total;
}

QString wordOf(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

void addVoucher(QJsonObject& object, const std::optional<Voucher>& voucher)
{
    object.insert(QStringLiteral("vouched_by"), voucher ? QJsonValue(voucher->authority) : QJsonValue());
    object.insert(QStringLiteral("vouched_at"), voucher ? json::time(voucher->time) : QJsonValue());
    object.insert(QStringLiteral("vouched_before_start"), voucher && voucher->beforeStart);
}

QString voucherText(const Voucher& voucher)
{
    const QString words = voucher.beforeStart ? tr("vouched for by %1: it existed on %2, before the start")
                                              : tr("vouched for by %1: it existed on %2, after the start");
    return words.arg(voucher.authority, toIso(voucher.time));
}

QJsonObject predictionJson(const ForecastView& view, const std::optional<Weather>& weather)
{
    const Prediction& p = view.prediction;
    const bool frozen = p.id > 0;
    QJsonArray entries;
    for (const PredictionEntry& entry : p.entries)
        entries.append(json::row(entryColumns(), entry));
    QJsonObject object = json::row(predictionColumns(), p);
    object.insert(QStringLiteral("id"), frozen ? QJsonValue(p.id) : QJsonValue());
    object.insert(QStringLiteral("hash"), frozen ? QJsonValue(QString::fromLatin1(p.hash)) : QJsonValue());
    if (!frozen)
        object.insert(QStringLiteral("status"), QStringLiteral("preview"));
    object.insert(QStringLiteral("stage"), stageWord(view.forecast.stage));
    object.insert(QStringLiteral("lap_seconds"), json::value(view.forecast.lapSeconds));
    object.insert(QStringLiteral("provisional_field"), view.provisionalField);
    object.insert(QStringLiteral("manual_grid"), view.manualGrid);
    object.insert(QStringLiteral("official_grid_at"), json::time(view.officialGridAt));
    object.insert(QStringLiteral("server_date"), json::time(view.serverDate));
    object.insert(QStringLiteral("weather"), weatherJson(weather));
    object.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(englishSentences(view.warnings)));
    object.insert(QStringLiteral("entries"), entries);
    addVoucher(object, view.voucher);
    return object;
}

Table predictionTable(const ForecastView& view)
{
    Table table;
    table.columns = {
        {QStringLiteral("predicted_position"), tr("Pos"), Show::Plain, true},
        {QStringLiteral("driver"), tr("Driver")},
        {QStringLiteral("team"), tr("Team")},
        {QStringLiteral("predicted_race_time"), tr("Time"), Show::Duration, true},
        {QStringLiteral("gap"), tr("Gap s"), Show::Gap, true, view.forecast.lapSeconds.value_or(0)},
        {QStringLiteral("uncertainty"), tr("+- s"), Show::Number1, true},
        {QStringLiteral("gap_low"), QStringLiteral("gap_low"), Show::Hidden, true},
        {QStringLiteral("gap_high"), QStringLiteral("gap_high"), Show::Hidden, true},
        {QStringLiteral("p_lapped"), tr("Lapped %"), Show::Percent, true},
        {QStringLiteral("p_win"), tr("Win %"), Show::Percent, true},
        {QStringLiteral("p_podium"), tr("Podium %"), Show::Percent, true},
        {QStringLiteral("p_points"), tr("Points %"), Show::Percent, true},
        {QStringLiteral("p_retire"), tr("Retire %"), Show::Percent, true},
        {QStringLiteral("position_low"), tr("From"), Show::Plain, true},
        {QStringLiteral("position_high"), tr("To"), Show::Plain, true}};
    for (const PredictionEntry& e : view.prediction.entries)
        table.rows.push_back({e.predictedPosition, e.driver, e.team, cell(e.predictedRaceTime), cell(e.gap),
                              cell(e.uncertainty), cell(e.gapLow), cell(e.gapHigh), cell(e.pLapped), e.pWin,
                              e.pPodium, e.pPoints, e.pRetire, e.positionLow, e.positionHigh});
    return table;
}

QJsonObject explainJson(const ForecastView& view, const QString& driver)
{
    const predictor::DriverForecast* forecast = forecastOf(view, driver);
    if (!forecast)
        return {};
    QJsonArray inputs;
    for (const predictor::InputPart& part : predictor::explanationOf(view.forecast, *forecast))
        inputs.append(
            QJsonObject{{QStringLiteral("input"), wordOf(part.input)},
                        {QStringLiteral("value"), part.value},
                        {QStringLiteral("mean"), part.mean},
                        {QStringLiteral("value_before_sprint"), json::value(part.valueBeforeSprint)},
                        {QStringLiteral("weight"), part.weight},
                        {QStringLiteral("part"), part.part}});
    return {{QStringLiteral("race_id"), view.prediction.race},
            {QStringLiteral("session"), toString(view.prediction.session)},
            {QStringLiteral("driver"), driver},
            {QStringLiteral("team"), QString::fromStdString(forecast->team)},
            {QStringLiteral("kind"), toString(view.prediction.kind)},
            {QStringLiteral("stage"), stageWord(view.forecast.stage)},
            {QStringLiteral("predicted_position"), forecast->predictedPosition},
            {QStringLiteral("strength"), forecast->mu},
            {QStringLiteral("sigma"), view.forecast.sigma},
            {QStringLiteral("against_field"), sum(forecast->explanation)},
            {QStringLiteral("imputed"), forecast->imputed},
            {QStringLiteral("inputs"), inputs}};
}

Table explainTable(const ForecastView& view, const QString& driver)
{
    Table table;
    table.columns = {{QStringLiteral("input"), tr("Input")},
                     {QStringLiteral("value"), tr("Value"), Show::Number3, true},
                     {QStringLiteral("mean"), tr("Field"), Show::Number3, true},
                     {QStringLiteral("value_before_sprint"), tr("Before sprint"), Show::Number3, true},
                     {QStringLiteral("weight"), tr("Weight"), Show::Number3, true},
                     {QStringLiteral("part"), tr("Part"), Show::Number3, true}};
    if (const predictor::DriverForecast* forecast = forecastOf(view, driver))
        for (const predictor::InputPart& part : predictor::explanationOf(view.forecast, *forecast))
            table.rows.push_back({wordOf(part.input), part.value, part.mean, cell(part.valueBeforeSprint),
                                  part.weight, part.part});
    return table;
}

Table withIdsAndNames(Table table, const People& people)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const QString key = table.columns[i].key;
        const bool team = key == QLatin1StringView("team");
        if (!team && key != QLatin1StringView("driver") && key != QLatin1StringView("other"))
            continue;
        const auto column = static_cast<qsizetype>(i);
        const QString title = key + QStringLiteral("_name");
        table.columns.insert(table.columns.begin() + column + 1, {title, title});
        for (QVariantList& row : table.rows) {
            const QString id = row[column].toString();
            const QString name = team ? people.teams.value(id).name : people.drivers.value(id).fullName();
            row.insert(column + 1, name.isEmpty() ? id : name);
        }
        ++i;
    }
    return table;
}

Table withNames(Table table, const People& people)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool driver = table.columns[i].key == QLatin1StringView("driver");
        if (!driver && table.columns[i].key != QLatin1StringView("team"))
            continue;
        for (QVariantList& row : table.rows) {
            QVariant& cell = row[static_cast<qsizetype>(i)];
            const QString id = cell.toString();
            const QString name = driver ? people.drivers.value(id).fullName() : people.teams.value(id).name;
            if (!name.isEmpty())
                cell = name;
        }
    }
    return table;
}

} // namespace parcferme
