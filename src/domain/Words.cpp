#include "domain/Words.h"

#include <array>
#include <utility>

namespace parcferme {

namespace {

template <typename T, std::size_t N>
using Table = std::array<std::pair<T, const char*>, N>;

constexpr Table<Session, 2> Sessions{{{Session::Race, "race"}, {Session::Sprint, "sprint"}}};
constexpr Table<RaceStatus, 3> Statuses{{{RaceStatus::Scheduled, "scheduled"},
                                         {RaceStatus::Completed, "completed"},
                                         {RaceStatus::Cancelled, "cancelled"}}};
constexpr Table<Classification, 7> Classifications{{{Classification::Classified, "classified"},
                                                    {Classification::Retired, "retired"},
                                                    {Classification::NotClassified, "not_classified"},
                                                    {Classification::Disqualified, "disqualified"},
                                                    {Classification::DidNotStart, "did_not_start"},
                                                    {Classification::DidNotQualify, "did_not_qualify"},
                                                    {Classification::Excluded, "excluded"}}};
constexpr Table<Stage, 3> Stages{
    {{Stage::Nothing, "nothing"}, {Stage::Qualifying, "qualifying"}, {Stage::Grid, "grid"}}};
constexpr Table<PredictionKind, 4> Kinds{{{PredictionKind::Live, "live"},
                                          {PredictionKind::Retrospective, "retrospective"},
                                          {PredictionKind::Preview, "preview"},
                                          {PredictionKind::Void, "void"}}};
constexpr Table<PickKind, 3> PickKinds{
    {{PickKind::Live, "live"}, {PickKind::Late, "late"}, {PickKind::Void, "void"}}};
constexpr Table<ConfidenceLevel, 3> Levels{
    {{ConfidenceLevel::Low, "LOW"}, {ConfidenceLevel::Medium, "MEDIUM"}, {ConfidenceLevel::High, "HIGH"}}};

template <typename T, std::size_t N>
QString word(const Table<T, N>& table, T value)
{
    for (const auto& [known, text] : table)
        if (known == value)
            return QString::fromLatin1(text);
    return {};
}

template <typename T, std::size_t N>
Result<T> value(const Table<T, N>& table, const QString& text, const char* what)
{
    for (const auto& [known, knownText] : table)
        if (text == QLatin1StringView(knownText))
            return known;
    return fail(ErrorCode::Data, QStringLiteral("\"%1\" is no %2.").arg(text, QString::fromLatin1(what)));
}

} // namespace

QString toString(Session session)
{
    return word(Sessions, session);
}
QString toString(RaceStatus status)
{
    return word(Statuses, status);
}
QString toString(Classification classification)
{
    return word(Classifications, classification);
}
QString toString(Stage stage)
{
    return word(Stages, stage);
}
QString toString(PredictionKind kind)
{
    return word(Kinds, kind);
}
QString toString(PickKind kind)
{
    return word(PickKinds, kind);
}
QString toString(ConfidenceLevel level)
{
    return word(Levels, level);
}

Result<Session> sessionFromString(const QString& text)
{
    return value(Sessions, text, "session (race or sprint)");
}
Result<RaceStatus> raceStatusFromString(const QString& text)
{
    return value(Statuses, text, "race status");
}
Result<Classification> classificationFromString(const QString& text)
{
    return value(Classifications, text, "classification");
}
Result<Stage> stageFromString(const QString& text)
{
    return value(Stages, text, "stage (nothing, qualifying or grid)");
}
Result<PredictionKind> predictionKindFromString(const QString& text)
{
    return value(Kinds, text, "kind of prediction");
}
Result<PickKind> pickKindFromString(const QString& text)
{
    return value(PickKinds, text, "kind of pick");
}
Result<ConfidenceLevel> confidenceLevelFromString(const QString& text)
{
    return value(Levels, text, "confidence level");
}

} // namespace parcferme
