#include "tracker/JsonFields.h"

#include "core/UtcTime.h"

#include <cmath>

namespace parcferme {

JsonFields::JsonFields(QJsonObject object, QString path, Problem& problem)
    : object_(std::move(object)), path_(std::move(path)), problem_(&problem)
{
}

double JsonFields::number(const char* name) const
{
    return value(name, QJsonValue::Double, "a number").toDouble();
}

int JsonFields::integer(const char* name) const
{
    const double number = value(name, QJsonValue::Double, "a whole number").toDouble();
    if (number != std::floor(number) || std::abs(number) > 1e9) {
        note(name, "is no whole number");
        return 0;
    }
    return static_cast<int>(number);
}

bool JsonFields::flag(const char* name) const
{
    return value(name, QJsonValue::Bool, "true or false").toBool();
}

QString JsonFields::text(const char* name) const
{
    return value(name, QJsonValue::String, "a text").toString();
}

std::optional<double> JsonFields::maybeNumber(const char* name) const
{
    const QJsonValue value = object_.value(QLatin1StringView(name));
    return value.isNull() || value.isUndefined() ? std::nullopt : std::optional(number(name));
}

std::optional<int> JsonFields::maybeInteger(const char* name) const
{
    const QJsonValue value = object_.value(QLatin1StringView(name));
    return value.isNull() || value.isUndefined() ? std::nullopt : std::optional(integer(name));
}

std::optional<QString> JsonFields::maybeText(const char* name) const
{
    const QJsonValue value = object_.value(QLatin1StringView(name));
    return value.isNull() || value.isUndefined() ? std::nullopt : std::optional(text(name));
}

std::optional<QDateTime> JsonFields::maybeTime(const char* name) const
{
    const auto text = maybeText(name);
    if (!text)
        return std::nullopt;
    const auto time = timeFromIso(*text);
    if (!time)
        note(name, "is no time");
    return time ? std::optional(*time) : std::nullopt;
}

QStringList JsonFields::texts(const char* name) const
{
    QStringList texts;
    for (const auto& text : value(name, QJsonValue::Array, "a list of texts").toArray()) {
        if (!text.isString())
            note(name, "holds something that is no text");
        texts.append(text.toString());
    }
    return texts;
}

JsonFields JsonFields::object(const char* name) const
{
    return {value(name, QJsonValue::Object, "an object").toObject(),
            path_ + QLatin1Char('.') + QLatin1StringView(name), *problem_};
}

std::vector<JsonFields> JsonFields::objects(const char* name) const
{
    std::vector<JsonFields> objects;
    const QJsonArray array = value(name, QJsonValue::Array, "a list").toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isObject())
            note(name, "holds something that is no object");
        objects.emplace_back(array[i].toObject(),
                             QStringLiteral("%1.%2[%3]").arg(path_, QLatin1StringView(name)).arg(i),
                             *problem_);
    }
    return objects;
}

std::vector<double> JsonFields::numbers(const char* name) const
{
    std::vector<double> values;
    for (const auto& number : array(name, std::nullopt))
        values.push_back(number.toDouble());
    return values;
}

QJsonArray JsonFields::array(const char* name, std::optional<std::size_t> count) const
{
    const QJsonArray array = value(name, QJsonValue::Array, "a list of numbers").toArray();
    bool fits = !count || static_cast<std::size_t>(array.size()) == *count;
    for (const auto& number : array)
        fits = fits && number.isDouble();
    if (!fits)
        note(name, "has not the right numbers");
    return array;
}

QJsonValue JsonFields::value(const char* name, QJsonValue::Type type, const char* kind) const
{
    const QJsonValue value = object_.value(QLatin1StringView(name));
    if (value.type() != type)
        note(name, (std::string(value.isUndefined() ? "is missing; it must be " : "is not ") + kind).c_str());
    return value;
}

void JsonFields::note(const char* name, const char* what) const
{
    if (problem_->text.isEmpty())
        problem_->text =
            QStringLiteral("%1.%2 %3.").arg(path_, QLatin1StringView(name), QLatin1StringView(what));
}

} // namespace parcferme
