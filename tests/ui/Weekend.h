#pragma once

#include "Program.h"
#include "support/LoopbackServer.h"
#include "support/MonacoFacts.h"

namespace parcferme {

// Monaco 2026, which the bundled history does not know yet, from Saturday to Monday: a source on this machine
// publishes qualifying and result when it is told to. Its drivers are those of the race before, in its order.
struct Weekend
{
    explicit Weekend(const QString& now = QStringLiteral("2026-06-06T10:00:00Z"))
        : server([this](const LoopbackServer::Asked& asked) { return answer(asked.target); }), program(now)
    {
        program.source = server.url(QStringLiteral("/ergast/f1"));
    }

    void open()
    {
        program.open();
        program.chooseRace(2026, QStringLiteral("Canada"));
        rows = program.windowModel().raceView()->revisions.back().rows;
        program.chooseRace(2026, QStringLiteral("Monaco"));
    }

    // Until the window has seen what time alone has changed.
    void passTo(const QString& time)
    {
        WindowModel& windowModel = program.windowModel();
        QSignalSpy read(&windowModel, &WindowModel::racesChanged);
        program.clock.set(timeFromIso(time).value()); // which the window looks at every second
        QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), 30000);
        const auto isShown = [&] {
            return std::ranges::any_of(windowModel.races(), [&](const RaceOverview& overview) {
                return overview.race.id == windowModel.race() &&
                       overview.state == windowModel.raceView()->overview.state;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30000);
    }

    // With qualifying published, three hours later.
    void publishQualifying()
    {
        passTo(QStringLiteral("2026-06-06T17:30:00Z"));
        qualifying = true;
    }

    void fetchQualifying()
    {
        program.press(program.window->tools()->findChild<QPushButton*>(QStringLiteral("syncSeasonButton")));
        QTRY_VERIFY_WITH_TIMEOUT(
            program.windowModel().raceView() && !program.windowModel().raceView()->qualifying.empty(), 30000);
    }

    void qualify()
    {
        publishQualifying();
        fetchQualifying();
    }

    // And with its live prediction frozen.
    void freeze()
    {
        open();
        qualify();
        program.press(program.window->tools()->predictButton());
        QTRY_VERIFY_WITH_TIMEOUT(program.windowModel().raceView()->prediction, 30000);
    }

    // Six hours after the start.
    void finish()
    {
        passTo(QStringLiteral("2026-06-07T19:00:00Z"));
        result = true;
    }

    QByteArray race(const QByteArray& kind, const QByteArray& list) const
    {
        return R"({"MRData": {"limit": "100", "offset": "0", "total": ")" + QByteArray::number(rows.size()) +
               R"(", "RaceTable": {"Races": [{"season": "2026", "round": "6", "raceName": "Monaco Grand Prix",
               "Circuit": {"circuitId": "monaco", "circuitName": "Circuit de Monaco",
               "Location": {"locality": "Monte-Carlo", "country": "Monaco"}}, "date": "2026-06-07",
               "time": "13:00:00Z", ")" +
               kind + R"(": [)" + list + "]}]}}}";
    }

    static QByteArray driver(const auto& row, int position)
    {
        return R"({"number": ")" + QByteArray::number(position) + R"(", "position": ")" +
               QByteArray::number(position) + R"(", "Driver": {"driverId": ")" + row.driver.toUtf8() +
               R"(", "givenName": "A", "familyName": "B"}, "Constructor": {"constructorId": ")" +
               row.team.toUtf8() + R"(", "name": "C"}, )";
    }

    QByteArray qualifyingText() const
    {
        QByteArrayList list;
        for (const QualifyingRow& row : published::qualifying(rows))
            list << driver(row, *row.position) + R"("Q1": "1:)" +
                        QByteArray::number(*row.q1 / 1000.0 - 60, 'f', 3).rightJustified(6, '0') + "\"}";
        return race("QualifyingResults", list.join(','));
    }

    QByteArray resultText() const
    {
        std::vector<QualifyingRow> order = published::qualifying(rows);
        for (size_t i = 0; !corrected && i + 1 < order.size(); i += 2)
            std::swap(order[i], order[i + 1]); // on Monday they change back
        QByteArrayList list;
        for (const ResultRow& row : published::result(order))
            list << driver(row, row.position) + R"("positionText": ")" + QByteArray::number(row.position) +
                        R"(", "points": ")" + QByteArray::number(row.points) + R"(", "grid": ")" +
                        QByteArray::number(*row.grid) + R"(", "laps": ")" + QByteArray::number(*row.laps) +
                        R"(", "status": "Finished", "Time": {"millis": ")" +
                        QByteArray::number(qRound(*row.time * 1000)) + "\"}}";
        return race("Results", list.join(','));
    }

    LoopbackServer::Answer answer(const QByteArray& target) const
    {
        const QByteArray json = "Content-Type: application/json\r\n";
        if (broken)
            return {500, "{\"detail\": \"out of order\"}", json};
        if (qualifying && target.contains("qualifying"))
            return {200, qualifyingText(), json};
        if (result && target.contains("results"))
            return {200, resultText(), json};
        return {200,
                R"({"MRData": {"limit": "100", "offset": "0", "total": "0", "RaceTable": {"Races": []}}})",
                json};
    }

    std::vector<ResultRow> rows;
    bool qualifying = false;
    bool result = false;
    bool corrected = false;
    bool broken = false;
    LoopbackServer server;
    Program program;
};

} // namespace parcferme
