#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace parcferme {

// Compares answers with the schemas of an OpenAPI document, field by field and both ways.
class JsonShape
{
public:
    explicit JsonShape(const QJsonObject& openApi)
        : schemas_(openApi[QLatin1StringView("components")][QLatin1StringView("schemas")].toObject())
    {
    }

    // What does not fit, each with its place; empty when all does.
    QStringList differences(const QJsonObject& schema, const QJsonValue& value,
                            const QString& place = {}) const
    {
        const QString reference = schema[QLatin1StringView("$ref")].toString();
        if (!reference.isEmpty())
            return differences(schemas_[reference.section(QLatin1Char('/'), -1)].toObject(), value, place);
        if (const QJsonArray either = schema[QLatin1StringView("anyOf")].toArray(); !either.isEmpty())
            return value.isNull() ? QStringList() : differences(either.first().toObject(), value, place);
        if (!typesOf(schema).contains(typeName(value)) &&
            !(typeName(value) == QLatin1StringView("integer") &&
              typesOf(schema).contains(QStringLiteral("number"))))
            return {QStringLiteral("%1 is %2").arg(place, typeName(value))};
        const QJsonArray words = schema[QLatin1StringView("enum")].toArray();
        if (!words.isEmpty() && !words.contains(value))
            return {QStringLiteral("%1 is %2").arg(place, value.toString())};
        QStringList wrong;
        if (value.isArray())
            for (const QJsonValue item : value.toArray())
                wrong += differences(schema[QLatin1StringView("items")].toObject(), item,
                                     place + QStringLiteral("[]"));
        if (value.isObject() && schema.contains(QLatin1StringView("properties")))
            wrong +=
                fieldDifferences(schema[QLatin1StringView("properties")].toObject(), value.toObject(), place);
        return wrong;
    }

private:
    QStringList fieldDifferences(const QJsonObject& properties, const QJsonObject& object,
                                 const QString& place) const
    {
        QStringList wrong;
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!properties.contains(it.key()))
                wrong.append(QStringLiteral("%1.%2 is not described").arg(place, it.key()));
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            const QString field = place + QLatin1Char('.') + it.key();
            if (!object.contains(it.key()))
                wrong.append(QStringLiteral("%1 is missing").arg(field));
            else
                wrong += differences(it.value().toObject(), object[it.key()], field);
        }
        return wrong;
    }

    static QStringList typesOf(const QJsonObject& schema)
    {
        const QJsonValue type = schema[QLatin1StringView("type")];
        QStringList types;
        for (const QJsonValue one : type.isArray() ? type.toArray() : QJsonArray{type})
            types.append(one.toString());
        return types;
    }

    static QString typeName(const QJsonValue& value)
    {
        switch (value.type()) {
        case QJsonValue::Bool:
            return QStringLiteral("boolean");
        case QJsonValue::Double:
            return value.toDouble() == static_cast<double>(value.toInteger()) ? QStringLiteral("integer")
                                                                              : QStringLiteral("number");
        case QJsonValue::String:
            return QStringLiteral("string");
        case QJsonValue::Array:
            return QStringLiteral("array");
        case QJsonValue::Object:
            return QStringLiteral("object");
        default:
            return QStringLiteral("null");
        }
    }

    QJsonObject schemas_;
};

} // namespace parcferme
