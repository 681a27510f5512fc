#include "tracker/WarningJson.h"

#include <QJsonObject>

namespace parcferme {

namespace {

Warning warningFromJson(const QJsonValue& json)
{
    if (json.isString())
        return {Warning::Code::AsRecorded, {}, json.toString()};
    const QString word = json[QLatin1StringView("code")].toString();
    const auto code = warningCodeFromString(word);
    if (!code)
        return {Warning::Code::AsRecorded, {}, word};
    Warning warning{*code, {}, {}};
    for (const QJsonValue& value : json[QLatin1StringView("values")].toArray())
        warning.values.push_back(value.toInt());
    return warning;
}

} // namespace

QJsonArray warningsJson(const std::vector<Warning>& warnings)
{
    QJsonArray json;
    for (const Warning& warning : warnings) {
        QJsonArray values;
        for (const int value : warning.values)
            values.append(value);
        json.append(QJsonObject{{QStringLiteral("code"), toString(warning.code)},
                                {QStringLiteral("values"), values}});
    }
    return json;
}

std::vector<Warning> warningsFromJson(const QJsonArray& json)
{
    std::vector<Warning> warnings;
    for (const QJsonValue& value : json)
        warnings.push_back(warningFromJson(value));
    return warnings;
}

} // namespace parcferme
