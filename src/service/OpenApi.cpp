#include "service/OpenApi.h"

#include "core/Version.h"
#include "export/ScoreFields.h"
#include "service/Routes.h"
#include "service/Schemas.h"

namespace parcferme {

namespace {

QJsonObject reference(const QString& schema)
{
    return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + schema}};
}

QJsonObject arrayOf(const QJsonObject& items)
{
    return {{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), items}};
}

QJsonObject typeOf(const Field& field)
{
    if (field.type.front().isUpper())
        return field.nullable
                   ? QJsonObject{{QStringLiteral("anyOf"),
                                  QJsonArray{reference(field.type),
                                             QJsonObject{{QStringLiteral("type"), QStringLiteral("null")}}}}}
                   : reference(field.type);
    QJsonObject type{{QStringLiteral("type"), field.type}};
    if (field.nullable)
        type[QStringLiteral("type")] = QJsonArray{field.type, QStringLiteral("null")};
    if (!field.words.isEmpty())
        type[QStringLiteral("enum")] = QJsonArray::fromStringList(field.words);
    return type;
}

QJsonObject schemaJson(const Schema& schema)
{
    QJsonObject properties;
    QStringList required;
    for (const Field& field : schema.fields) {
        QJsonObject type = field.list ? arrayOf(typeOf(field)) : typeOf(field);
        if (!field.description.isEmpty())
            type[QStringLiteral("description")] = field.description;
        properties[field.name] = type;
        required.append(field.name);
    }
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("required"), QJsonArray::fromStringList(required)},
            {QStringLiteral("additionalProperties"), false}};
}

QJsonObject parameterSchema(Parameter::Kind kind)
{
    switch (kind) {
    case Parameter::Kind::Year:
        return {{QStringLiteral("type"), QStringLiteral("integer")},
                {QStringLiteral("minimum"), 1000},
                {QStringLiteral("maximum"), 9999}};
    case Parameter::Kind::Id:
        return {{QStringLiteral("type"), QStringLiteral("integer")}, {QStringLiteral("minimum"), 0}};
    case Parameter::Kind::Round:
        return {{QStringLiteral("type"), QStringLiteral("integer")},
                {QStringLiteral("minimum"), 0},
                {QStringLiteral("maximum"), 99}};
    case Parameter::Kind::Race:
        return {{QStringLiteral("type"), QStringLiteral("string")},
                {QStringLiteral("description"),
                 QStringLiteral(
                     "a round (6, R6), or a name of the race, its circuit, place or country: any case, "
                     "accents optional, a unique part is enough")}};
    case Parameter::Kind::Session:
        return {
            {QStringLiteral("type"), QStringLiteral("string")},
            {QStringLiteral("enum"), QJsonArray{QStringLiteral("race"), QStringLiteral("sprint")}},
            {QStringLiteral("default"), QStringLiteral("race")},
            {QStringLiteral("description"), QStringLiteral("the Grand Prix, or the sprint of its weekend")}};
    }
    return {};
}

QJsonObject content(const QString& type, const QJsonObject& schema)
{
    return {{type, QJsonObject{{QStringLiteral("schema"), schema}}}};
}

QJsonObject refusal(const QString& description)
{
    return {{QStringLiteral("description"), description},
            {QStringLiteral("content"),
             content(QStringLiteral("application/json"), reference(QStringLiteral("Refusal")))}};
}

QString wordsOf(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("the request is broken");
    case 401:
        return QStringLiteral("the token is missing or wrong");
    case 403:
        return QStringLiteral("a page of this origin, or this name of the service, may not ask");
    case 404:
        return QStringLiteral("there is none");
    case 409:
        return QStringLiteral("the freeze policy, or what is not known yet, does not allow it now");
    case 413:
        return QStringLiteral("the body is over 1 MB");
    case 422:
        return QStringLiteral("a parameter is missing, twice or wrong");
    case 500:
        return QStringLiteral("the service failed");
    default:
        return QStringLiteral("the source is out of reach, or too much is asked at once");
    }
}

QJsonObject responses(const Route& route)
{
    QJsonObject schema =
        route.schema.isEmpty() ? QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}
        : route.schema == QLatin1StringView("object") ? QJsonObject{{QStringLiteral("type"), route.schema}}
                                                      : reference(route.schema);
    if (route.list)
        schema = arrayOf(schema);
    const QString type =
        route.schema.isEmpty() ? QStringLiteral("text/plain") : QStringLiteral("application/json");
    QJsonObject all{
        {QStringLiteral("200"), QJsonObject{{QStringLiteral("description"), route.summary},
                                            {QStringLiteral("content"), content(type, schema)}}},
        {QStringLiteral("default"), refusal(QStringLiteral("what HTTP itself demands: 405, 408, 411, 414, "
                                                           "431, 505"))}};
    if (route.method == "GET")
        all[QStringLiteral("304")] =
            QJsonObject{{QStringLiteral("description"),
                         QStringLiteral("If-None-Match holds the ETag of what is stored")}};
    QList<int> statuses = route.refusals + QList<int>{400, 403, 413, 500, 503};
    if (!route.open)
        statuses.append(401);
    if (!route.parameters.isEmpty())
        statuses.append(422);
    for (const int status : statuses)
        all[QString::number(status)] = refusal(wordsOf(status));
    return all;
}

QJsonObject operation(const Route& route)
{
    QJsonArray parameters;
    for (const Parameter& parameter : route.parameters)
        parameters.append(
            QJsonObject{{QStringLiteral("name"), parameter.name},
                        {QStringLiteral("in"),
                         isInPath(route, parameter) ? QStringLiteral("path") : QStringLiteral("query")},
                        {QStringLiteral("required"), parameter.required},
                        {QStringLiteral("schema"), parameterSchema(parameter.kind)}});
    QJsonObject operation{{QStringLiteral("summary"), route.summary},
                          {QStringLiteral("parameters"), parameters},
                          {QStringLiteral("responses"), responses(route)}};
    if (route.open)
        operation[QStringLiteral("security")] = QJsonArray();
    return operation;
}

QJsonObject makeOpenApi()
{
    QJsonObject paths;
    for (const Route& route : routes()) {
        QJsonObject path = paths[route.path].toObject();
        path[QString::fromLatin1(route.method).toLower()] = operation(route);
        paths[route.path] = path;
    }
    QJsonObject all;
    for (const Schema& schema : schemas())
        all[schema.name] = schemaJson(schema);
    const QJsonObject bearer{
        {QStringLiteral("type"), QStringLiteral("http")},
        {QStringLiteral("scheme"), QStringLiteral("bearer")},
        {QStringLiteral("description"), QStringLiteral("asked for where API_TOKEN is set")}};
    return {
        {QStringLiteral("openapi"), QStringLiteral("3.1.0")},
        {QStringLiteral("info"), QJsonObject{{QStringLiteral("title"), QStringLiteral("Parc Fermé")},
                                             {QStringLiteral("version"), QStringLiteral(PARCFERME_VERSION)},
                                             {QStringLiteral("description"), scoringRule()}}},
        {QStringLiteral("paths"), paths},
        {QStringLiteral("security"),
         QJsonArray{QJsonObject(), QJsonObject{{QStringLiteral("token"), QJsonArray()}}}},
        {QStringLiteral("components"),
         QJsonObject{{QStringLiteral("schemas"), all},
                     {QStringLiteral("securitySchemes"), QJsonObject{{QStringLiteral("token"), bearer}}}}}};
}

} // namespace

Answer openApi()
{
    static const Answer answer = answerOf(makeOpenApi());
    return answer;
}

} // namespace parcferme
