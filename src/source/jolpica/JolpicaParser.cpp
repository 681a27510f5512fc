#include "source/jolpica/JolpicaParser.h"

#include "core/Sentence.h"
#include "source/jolpica/ClassificationRules.h"
#include "source/jolpica/JolpicaFields.h"
#include "source/jolpica/TimeText.h"

#include <QJsonDocument>

namespace parcferme {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRows = 100000;
constexpr int MostLaps = 500;
constexpr int LongestRace = 24 * 3600 * 1000;

Result<QJsonObject> rootOf(const QByteArray& answer)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(answer, &problem);
    if (document.isObject())
        return document.object();
    if (answer.trimmed().startsWith('<'))
        return fail(ErrorCode::Network, Sentence::tr("The source answered with a web page instead of data."),
                    Sentence::tr("A network that asks for a login does that."));
    return fail(ErrorCode::Network,
                Sentence::tr("The source's answer is damaged: %1.").arg(problem.errorString()));
}

PageHeader readHeader(const JsonNode& data)
{
    PageHeader header;
    header.limit = data.requiredInteger("limit"_L1, 1, 1000);
    header.offset = data.requiredInteger("offset"_L1, 0, MostRows);
    header.total = data.requiredInteger("total"_L1, 0, MostRows);
    return header;
}

// Walks the races of an answer. `visit` reads one race and adds what it found to the page.
template <typename Item, typename Visit>
Result<JolpicaPage<Item>> readPage(const QByteArray& answer, Visit visit)
{
    const auto rootObject = rootOf(answer);
    if (!rootObject)
        return tl::unexpected(rootObject.error());
    JsonNode::Breach breach;
    JolpicaPage<Item> page;
    const JsonNode root(*rootObject, breach);
    const JsonNode data = root.object("MRData"_L1);
    page.header = readHeader(data);
    const JsonNode table = data.object("RaceTable"_L1);
    table.forEach("Races"_L1, [&](const JsonNode& race) { visit(race, page); });
    if (!breach.error && page.header.rows == 0 && page.header.offset < page.header.total)
        data.refuse("total"_L1, Sentence::tr("is %1, but the page is empty").arg(page.header.total));
    if (breach.error)
        return tl::unexpected(*breach.error);
    return page;
}

// What every race of every answer says: which one it is.
template <typename Row>
SessionRows<Row> readSession(const JsonNode& race)
{
    SessionRows<Row> session;
    session.season = race.requiredInteger("season"_L1, 1950, 2200);
    session.round = race.requiredInteger("round"_L1, 1, 99);
    const JsonNode circuit = race.object("Circuit"_L1);
    session.circuit = circuit.id("circuitId"_L1);
    const SessionTime time = readSessionTime(race);
    if (!time.date)
        race.refuse("date"_L1, Sentence::tr("is missing"));
    session.date = time.start ? time.start->date() : time.date.value_or(QDate());
    return session;
}

// Who drove, for whom; names go into the page.
template <typename Row, typename Page>
void readWho(const JsonNode& line, Row& row, Page& page)
{
    Driver driver = readDriver(line.object("Driver"_L1));
    Team team = readTeam(line.object("Constructor"_L1));
    row.driver = driver.id;
    row.team = team.id;
    addOnce(page.named.drivers, std::move(driver));
    addOnce(page.named.teams, std::move(team));
}

template <typename Row, typename ReadRow>
Result<JolpicaPage<SessionRows<Row>>> readSessions(const QByteArray& answer, QLatin1StringView list,
                                                   ReadRow readRow)
{
    using Page = JolpicaPage<SessionRows<Row>>;
    return readPage<SessionRows<Row>>(answer, [&](const JsonNode& race, Page& page) {
        SessionRows<Row> session = readSession<Row>(race);
        race.forEach(list, [&](const JsonNode& line) {
            session.rows.push_back(readRow(line, page));
            ++page.header.rows;
        });
        page.items.push_back(std::move(session));
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

// "millis" is always a total; "time" is one for the winner and a gap ("+5.123") for the rest.
void readTime(const JsonNode& time, ResultLine& line)
{
    line.total = time.integer("millis"_L1, 1, LongestRace);
    const QString text = time.text("time"_L1);
    if (text.startsWith(QLatin1Char('-')))
        time.refuseValue("time"_L1, Sentence::tr("is negative"));
    const auto millis = millisecondsFromText(text);
    if (text.startsWith(QLatin1Char('+')))
        line.gap = millis;
    else if (!line.total)
        line.total = millis;
}

ResultLine readResultLine(const JsonNode& node, ResultPage& page)
{
    ResultLine line;
    ResultRow& row = line.row;
    readWho(node, row, page);
    row.number = node.integer("number"_L1, 0, 999);
    row.position = node.requiredInteger("position"_L1, 1, 99);
    row.laps = node.integer("laps"_L1, 0, MostLaps);
    row.grid = node.integer("grid"_L1, 0, 99);
    row.points = node.number("points"_L1, 0, 100).value_or(0);
    row.status = node.words("status"_L1);
    const auto classification = classificationOf(node.requiredText("positionText"_L1), row.status, row.laps);
    if (classification)
        row.classification = *classification;
    else
        node.refuseValue("positionText"_L1, Sentence::tr("is none of 1, 2, ..., R, D, W, F, E, N"));
    if (node.has("Time"_L1))
        readTime(node.object("Time"_L1), line);
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

CalendarRace readCalendarRace(const JsonNode& node)
{
    const auto session = readSession<int>(node);
    CalendarRace found;
    found.circuit = readCircuit(node.object("Circuit"_L1));
    Race& race = found.race;
    race.year = session.season;
    race.round = session.round;
    race.name = node.requiredWords("raceName"_L1);
    race.circuit = session.circuit;
    race.start = readSessionTime(node).start;
    race.locality = found.circuit.locality;
    race.country = found.circuit.country;
    if (node.has("Qualifying"_L1))
        race.qualifyingStart = readSessionTime(node.object("Qualifying"_L1)).start;
    if (node.has("Sprint"_L1)) {
        const SessionTime sprint = readSessionTime(node.object("Sprint"_L1));
        race.sprintStart = sprint.start;
        race.sprintDate = sprint.start ? sprint.start->date() : sprint.date;
    }
    repairStart(race);
    race.eventDate = race.start ? race.start->date() : session.date;
    return found;
}

} // namespace

Result<CalendarPage> parseCalendar(const QByteArray& answer)
{
    return readPage<CalendarRace>(answer, [](const JsonNode& race, CalendarPage& page) {
        page.items.push_back(readCalendarRace(race));
        ++page.header.rows;
    });
}

Result<QualifyingPage> parseQualifying(const QByteArray& answer)
{
    return readSessions<QualifyingRow>(answer, "QualifyingResults"_L1, readQualifyingRow);
}

Result<ResultPage> parseSprints(const QByteArray& answer)
{
    return readSessions<ResultLine>(answer, "SprintResults"_L1, readResultLine);
}

Result<ResultPage> parseResults(const QByteArray& answer)
{
    return readSessions<ResultLine>(answer, "Results"_L1, readResultLine);
}

} // namespace parcferme
