#include "tracker/EvaluationJson.h"

#include "core/CanonicalJson.h"
#include "core/Sentence.h"
#include "evaluation/Report.h"
#include "tracker/JsonFields.h"

#include <QJsonDocument>

namespace parcferme {

namespace {

using evaluation::JudgedDriver;
using evaluation::Scores;

// A value of a judged driver: its name and where it stands, for writing and reading.
template <typename T>
struct Member
{
    const char* name;
    T JudgedDriver::* value;
};

constexpr Member<std::string> Texts[] = {{"driver", &JudgedDriver::driver}, {"team", &JudgedDriver::team}};
constexpr Member<int> Integers[] = {
    {"predicted", &JudgedDriver::predicted},
    {"official", &JudgedDriver::official},
    {"position_low", &JudgedDriver::low80},
    {"position_high", &JudgedDriver::high80},
};
constexpr Member<double> Numbers[] = {
    {"p_win", &JudgedDriver::pWin},
    {"p_podium", &JudgedDriver::pPodium},
    {"p_points", &JudgedDriver::pPoints},
};

constexpr QLatin1StringView AheadKey("ahead");
constexpr QLatin1StringView PositionsKey("positions");

QJsonObject json(const JudgedDriver& driver)
{
    QJsonObject json{{QStringLiteral("classified"), driver.classified}};
    for (const auto& [name, member] : Texts)
        json.insert(QLatin1StringView(name), QString::fromStdString(driver.*member));
    for (const auto& [name, member] : Integers)
        json.insert(QLatin1StringView(name), driver.*member);
    for (const auto& [name, member] : Numbers)
        json.insert(QLatin1StringView(name), driver.*member);
    QJsonArray ahead;
    for (const double chance : driver.ahead)
        ahead.append(chance);
    json.insert(AheadKey, ahead);
    return json;
}

JudgedDriver driverFrom(const JsonFields& fields)
{
    JudgedDriver driver;
    driver.classified = fields.flag("classified");
    for (const auto& [name, member] : Texts)
        driver.*member = fields.text(name).toStdString();
    for (const auto& [name, member] : Integers)
        driver.*member = fields.integer(name);
    for (const auto& [name, member] : Numbers)
        driver.*member = fields.number(name);
    if (fields.json().contains(AheadKey)) // version 1 said nothing of pairs
        driver.ahead = fields.numbers(AheadKey.data());
    return driver;
}

QJsonObject json(const Scores& scores)
{
    QJsonObject json{{QStringLiteral("starters"), scores.starters}};
    for (const evaluation::ScoreColumn& column : evaluation::scoreColumns()) {
        const auto value = column.of(scores);
        json.insert(QLatin1StringView(column.name), value ? QJsonValue(*value) : QJsonValue());
    }
    return json;
}

Scores scoresFrom(const JsonFields& fields)
{
    Scores scores;
    scores.starters = fields.integer("starters");
    for (const evaluation::ScoreColumn& column : evaluation::scoreColumns())
        if (!column.set(scores, fields.maybeNumber(column.name)))
            fields.number(column.name); // notes that it is missing
    return scores;
}

} // namespace

QJsonObject baselinesJson(const std::map<std::string, Scores>& baselines)
{
    QJsonObject all;
    for (const auto& [name, scores] : baselines)
        all.insert(QString::fromStdString(name), json(scores));
    return all;
}

Result<std::map<std::string, Scores>> baselinesFromJson(const QByteArray& bytes)
{
    std::map<std::string, Scores> baselines;
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    JsonFields::Problem problem;
    for (auto it = json.begin(); it != json.end(); ++it)
        baselines.emplace(it.key().toStdString(), scoresFrom({it->toObject(), it.key(), problem}));
    if (!problem.text.isEmpty())
        return fail(ErrorCode::Data, Sentence::tr("Stored baselines: ") + problem.text);
    return baselines;
}

Result<QByteArray> driversJson(const std::vector<JudgedDriver>& drivers, const Eigen::MatrixXd& positions)
{
    QJsonArray array;
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        QJsonObject driver = json(drivers[i]);
        if (positions.rows() == static_cast<Eigen::Index>(drivers.size())) {
            QJsonArray chances;
            for (const double chance : positions.row(static_cast<Eigen::Index>(i)))
                chances.append(chance);
            driver.insert(PositionsKey, chances);
        }
        array.append(driver);
    }
    return canonicalJson(array);
}

std::vector<double> storedPositions(const QByteArray& driversJson)
{
    std::vector<double> chances;
    for (const QJsonValue& driver : QJsonDocument::fromJson(driversJson).array())
        for (const QJsonValue& chance : driver[PositionsKey].toArray())
            chances.push_back(chance.toDouble());
    return chances;
}

Result<std::vector<JudgedDriver>> driversFromJson(const QByteArray& bytes)
{
    const QJsonObject whole{{QStringLiteral("drivers"), QJsonDocument::fromJson(bytes).array()}};
    JsonFields::Problem problem;
    std::vector<JudgedDriver> drivers;
    for (const JsonFields& driver :
         JsonFields(whole, QStringLiteral("evaluation"), problem).objects("drivers"))
        drivers.push_back(driverFrom(driver));
    if (!problem.text.isEmpty())
        return fail(ErrorCode::Data, problem.text);
    return drivers;
}

} // namespace parcferme
