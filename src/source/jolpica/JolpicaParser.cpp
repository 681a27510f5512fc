#include "source/jolpica/JolpicaParser.h"

#include "core/Sentence.h"
#include "source/JsonText.h"
#include "source/jolpica/ClassificationRules.h"
#include "source/jolpica/JolpicaFields.h"
#include "source/jolpica/TimeText.h"

#include <utility>

namespace parcferme {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRows = 100000;
constexpr int MostLaps = 500;
constexpr int LongestRace = 24 * 3600 * 1000;

Result<QJsonObject> rootOf(const QByteArray& answer)
{
    const auto document = readJson(answer);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->isObject())
        return fail(ErrorCode::Data, Sentence::tr("The source's answer is a list, and no object."));
    return document->object();
}

PageHeader readHeader(const JsonNode& data)
{
    PageHeader header;
    header.limit = data.requiredInteger("limit"_L1, 1, 1000);
    header.offset = data.requiredInteger("offset"_L1, 0, MostRows);
    header.total = data.requiredInteger("total"_L1, 0, MostRows);
    return header;
}

// Walks the races of an answer: `visit` reads one into an item. What a race breaks costs that race alone.
template <typename Item, typename Visit>
Result<JolpicaPage<Item>> readPage(const QByteArray& answer, Visit visit)
{
    const auto rootObject = rootOf(answer);
    if (!rootObject)
        return tl::unexpected(rootObject.error());
    JsonNode::Findings findings;
    JolpicaPage<Item> page;
    const JsonNode root(*rootObject, findings);
    const JsonNode data = root.object("MRData"_L1);
    page.header = readHeader(data);
    Item item;
    bool visited = false;
    data.object("RaceTable"_L1)
        .forEach(
            "Races"_L1,
            [&](const JsonNode& race) {
                visited = true;
                visit(race, item, page);
            },
            [&](const std::optional<Error>& breach) {
                if (breach && item.refused.isEmpty())
                    item.refused = breach->message;
                page.header.rowsKnown = page.header.rowsKnown && std::exchange(visited, false);
                page.items.push_back(std::exchange(item, Item()));
            });
    if (!findings.breach && page.items.empty() && page.header.offset < page.header.total)
        data.refuse("total"_L1, Sentence::tr("is %1, but the page is empty").arg(page.header.total));
    if (findings.breach)
        return tl::unexpected(*findings.breach);
    page.notes += findings.notes();
    return page;
}

// What every race of every answer says: which one it is.
template <typename Session>
void readSession(const JsonNode& race, Session& session)
{
    session.season = race.requiredInteger("season"_L1, 1950, 2200);
    session.round = race.requiredInteger("round"_L1, 1, 99);
    if (race.broken()) { // which race it is stays open
        session.season = 0;
        session.round = 0;
    }
    const JsonNode circuit = race.object("Circuit"_L1);
    session.circuit = circuit.id("circuitId"_L1);
    const SessionTime time = readSessionTime(race);
    if (!time.date)
        race.refuse("date"_L1, race.has("date"_L1) ? Sentence::tr("is no date") : Sentence::tr("is missing"));
    session.date = time.start ? time.start->date() : time.date.value_or(QDate());
}

// The rows of one race that cannot be used: of many, the first one's words.
QString leftOutInWords(const QStringList& breaches)
{
    if (breaches.size() == 1)
        return Sentence::tr("%1 That driver was left out.").arg(breaches.front());
    return Sentence::tr("%1 That driver was left out, and %2 more of this race.")
        .arg(breaches.front())
        .arg(breaches.size() - 1);
}

// Who drove, for whom; names go into the page.
template <typename Row, typename Page>
void readWho(const JsonNode& line, Row& row, Page& page)
{
    Driver driver = readDriver(line.object("Driver"_L1));
    Team team = readTeam(line.object("Constructor"_L1));
    row.driver = driver.id;
    row.team = team.id;
    if (!driver.id.isEmpty())
        addOnce(page.named.drivers, std::move(driver));
    if (!team.id.isEmpty())
        addOnce(page.named.teams, std::move(team));
}

// What becomes of a session when one of its rows cannot be used.
enum class WithoutRow {
    Goes,   // the other rows serve
    Refused // an order without one of its drivers is none
};

template <typename Row, typename ReadRow>
Result<JolpicaPage<SessionPart<Row>>> readSessions(const QByteArray& answer, QLatin1StringView list,
                                                   WithoutRow without, ReadRow readRow)
{
    using Session = SessionPart<Row>;
    using Page = JolpicaPage<Session>;
    return readPage<Session>(answer, [&](const JsonNode& race, Session& session, Page& page) {
        readSession(race, session);
        Row row;
        QStringList leftOut;
        const auto count = race.forEach(
            list, [&](const JsonNode& line) { row = readRow(line, page); },
            [&](const std::optional<Error>& breach) {
                if (!breach)
                    session.rows.push_back(std::exchange(row, Row()));
                else if (without == WithoutRow::Goes)
                    leftOut.append(breach->message);
                else if (session.refused.isEmpty())
                    session.refused = breach->message;
            });
        if (!leftOut.isEmpty())
            page.notes.append(leftOutInWords(leftOut));
        page.header.rowsKnown = page.header.rowsKnown && count;
        page.header.rows += count.value_or(0);
    });
}

QualifyingRow readQualifyingRow(const JsonNode& line, QualifyingPage& page)
{
    QualifyingRow row;
    readWho(line, row, page);
    row.number = line.integer("number"_L1, 0, 999);
    row.position = line.integer("position"_L1, 1, 99);
    row.q1 = readLapTime(line, "Q1"_L1);
    row.q2 = readLapTime(line, "Q2"_L1);
    row.q3 = readLapTime(line, "Q3"_L1);
    return row;
}

// "millis" is always a total; "time" is one for the winner and a gap ("+5.123", "+1 Lap") for the rest.
void readTime(const JsonNode& time, ResultLine& line)
{
    line.total = time.integer("millis"_L1, 1, LongestRace);
    const QString text = time.text("time"_L1);
    const auto millis = millisecondsFromText(text);
    if (!millis && !text.isEmpty() && !text.contains("lap"_L1, Qt::CaseInsensitive))
        time.dropValue("time"_L1, Sentence::tr("is no time"));
    if (text.startsWith(QLatin1Char('+')))
        line.gap = millis;
    else if (!line.total)
        line.total = millis;
}

// How the race ended for a car: positionText says it, and where that cannot be read, a status that leaves no
// doubt.
Classification readClassification(const JsonNode& node, const ResultRow& row)
{
    if (const auto classification = classificationOf(node.text("positionText"_L1), row.status, row.laps))
        return *classification;
    const auto meant = classificationOf(row.status, row.laps);
    if (meant)
        node.dropValue("positionText"_L1, Sentence::tr("is none of 1, 2, ..., R, D, W, F, E, N"));
    else
        node.has("positionText"_L1)
            ? node.refuseValue("positionText"_L1, Sentence::tr("is none of 1, 2, ..., R, D, W, F, E, N"))
            : node.refuse("positionText"_L1, Sentence::tr("is missing"));
    return meant.value_or(Classification::Retired);
}

ResultLine readResultLine(const JsonNode& node, ResultPage& page)
{
    ResultLine line;
    ResultRow& row = line.row;
    readWho(node, row, page);
    row.number = node.integer("number"_L1, 0, 999);
    row.position = node.integer("position"_L1, 1, 99).value_or(0); // 0: to be told from the rows around
    row.laps = node.integer("laps"_L1, 0, MostLaps);
    row.grid = node.integer("grid"_L1, 0, 99);
    const auto points = node.number("points"_L1, 0, 100);
    line.pointsSaid = points.has_value();
    row.points = points.value_or(0);
    row.status = node.words("status"_L1);
    row.classification = readClassification(node, row);
    if (const auto time = node.optionalObject("Time"_L1))
        readTime(*time, line);
    return line;
}

// The source once had a race a day early (Las Vegas 2024), so that its qualifying came after it.
void repairStart(Race& race)
{
    if (!race.start || !race.qualifyingStart || *race.qualifyingStart < *race.start ||
        *race.qualifyingStart >= race.start->addDays(1))
        return;
    race.start = race.start->addDays(1);
}

void readCalendarRace(const JsonNode& node, CalendarPart& found)
{
    SessionPart<int> session;
    readSession(node, session);
    if (const auto circuit = node.optionalObject("Circuit"_L1))
        found.circuit = readCircuit(*circuit);
    Race& race = found.race;
    race.year = session.season;
    race.round = session.round;
    race.name = node.words("raceName"_L1);
    race.circuit = session.circuit;
    race.start = readSessionTime(node).start;
    race.locality = found.circuit.locality;
    race.country = found.circuit.country;
    if (const auto qualifying = node.optionalObject("Qualifying"_L1))
        race.qualifyingStart = readSessionTime(*qualifying).start;
    if (const auto part = node.optionalObject("Sprint"_L1)) {
        const SessionTime sprint = readSessionTime(*part);
        race.sprintStart = sprint.start;
        race.sprintDate = sprint.start ? sprint.start->date() : sprint.date;
    }
    repairStart(race);
    race.eventDate = race.start ? race.start->date() : session.date;
}

} // namespace

Result<CalendarPage> parseCalendar(const QByteArray& answer)
{
    return readPage<CalendarPart>(answer, [](const JsonNode& race, CalendarPart& item, CalendarPage& page) {
        readCalendarRace(race, item);
        ++page.header.rows;
    });
}

Result<QualifyingPage> parseQualifying(const QByteArray& answer)
{
    return readSessions<QualifyingRow>(answer, "QualifyingResults"_L1, WithoutRow::Goes, readQualifyingRow);
}

Result<ResultPage> parseSprints(const QByteArray& answer)
{
    return readSessions<ResultLine>(answer, "SprintResults"_L1, WithoutRow::Refused, readResultLine);
}

Result<ResultPage> parseResults(const QByteArray& answer)
{
    return readSessions<ResultLine>(answer, "Results"_L1, WithoutRow::Refused, readResultLine);
}

} // namespace parcferme
