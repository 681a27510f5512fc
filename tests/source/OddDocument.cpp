#include "OddDocument.h"

#include "source/jolpica/JolpicaParser.h"
#include "source/jolpica/PageMerge.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace parcferme::test {

namespace {

QJsonArray racesIn(const char* name)
{
    QFile file(QStringLiteral(PARCFERME_TEST_DATA "/jolpica/%1.json").arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(
               file.readAll())[QStringLiteral("MRData")][QStringLiteral("RaceTable")][QStringLiteral("Races")]
        .toArray();
}

QJsonValue replaced(const QJsonValue& node, const QStringList& path, const QJsonValue& value)
{
    if (path.isEmpty())
        return value;
    if (node.isArray()) {
        QJsonArray array = node.toArray();
        const qsizetype index = path[0].toInt();
        array[index] = replaced(array.at(index), path.mid(1), value);
        return array;
    }
    QJsonObject object = node.toObject();
    const QJsonValue inner = replaced(object.value(path[0]), path.mid(1), value);
    if (inner.isUndefined())
        object.remove(path[0]);
    else
        object.insert(path[0], inner);
    return object;
}

template <typename Page, typename Merge>
Read readPage(Result<Page> page, Merge merge)
{
    if (!page)
        return {"error: " + page.error().message.toUtf8(), {}};
    const DriversAndTeams named = page->named;
    const auto merged = merge({std::move(*page)});
    return {dump(merged.races) + dump(named), merged.odd};
}

} // namespace

QJsonArray with(const QJsonArray& races, const QString& path, const QJsonValue& value)
{
    return replaced(races, path.split(QLatin1Char('.')), value).toArray();
}

QJsonValue at(const QJsonArray& races, const QString& path)
{
    QJsonValue node = races;
    for (const QString& part : path.split(QLatin1Char('.')))
        node = node.isArray() ? node.toArray().at(part.toInt()) : node.toObject().value(part);
    return node;
}

QJsonValue json(const char* text)
{
    return QJsonDocument::fromJson('[' + QByteArray(text) + ']').array().at(0);
}

const char* nameOf(Kind kind)
{
    constexpr const char* names[] = {"calendar", "qualifying", "sprint", "race"};
    return names[kind];
}

QByteArray Document::answer(const QJsonArray& bent) const
{
    qsizetype total = 0;
    for (const QJsonValue race : races)
        total += list.isEmpty() ? 1 : race.toObject().value(list).toArray().size();
    const QJsonObject table{{QStringLiteral("Races"), bent}};
    const QJsonObject data{{QStringLiteral("limit"), QStringLiteral("100")},
                           {QStringLiteral("offset"), QStringLiteral("0")},
                           {QStringLiteral("total"), QString::number(total)},
                           {QStringLiteral("RaceTable"), table}};
    return QJsonDocument(QJsonObject{{QStringLiteral("MRData"), data}}).toJson();
}

Read Document::read(const QJsonArray& bent) const
{
    const QByteArray bytes = answer(bent);
    switch (kind) {
    case Calendar:
        return readPage(parseCalendar(bytes), mergeCalendarPages);
    case Qualifying:
        return readPage(parseQualifying(bytes), mergeQualifyingPages);
    case Sprint:
        return readPage(parseSprints(bytes), mergeResultPages);
    case RaceResult:
        break;
    }
    return readPage(parseResults(bytes), mergeResultPages);
}

Document document(Kind kind)
{
    switch (kind) {
    case Calendar:
        return {kind, {}, racesIn("calendar-2024")};
    case Qualifying:
        return {kind,
                QStringLiteral("QualifyingResults"),
                {racesIn("qualifying-2024-sao-paulo")[0], racesIn("qualifying-2005-usa")[0]}};
    case Sprint: {
        const QJsonArray china = racesIn("sprint-2024-china");
        return {kind,
                QStringLiteral("SprintResults"),
                {china[0], with(china, QStringLiteral("0.round"), QStringLiteral("6"))[0]}};
    }
    case RaceResult:
        break;
    }
    return {kind,
            QStringLiteral("Results"),
            {racesIn("results-2024-monaco")[0], racesIn("results-2024-belgium")[0]}};
}

} // namespace parcferme::test
