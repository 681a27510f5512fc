#include "domain/Words.h"

#include <array>
#include <utility>

namespace parcferme {

namespace {

template <typename T, std::size_t N>
using Table = std::array<std::pair<T, const char*>, N>;

constexpr Table<Session, 2> sessions{{{Session::Race, "race"}, {Session::Sprint, "sprint"}}};
constexpr Table<RaceStatus, 3> statuses{{{RaceStatus::Scheduled, "scheduled"},
                                         {RaceStatus::Completed, "completed"},
                                         {RaceStatus::Cancelled, "cancelled"}}};
constexpr Table<Classification, 7> classifications{{{Classification::Classified, "classified"},
                                                    {Classification::Retired, "retired"},
                                                    {Classification::NotClassified, "not_classified"},
                                                    {Classification::Disqualified, "disqualified"},
                                                    {Classification::DidNotStart, "did_not_start"},
                                                    {Classification::DidNotQualify, "did_not_qualify"},
                                                    {Classification::Excluded, "excluded"}}};
constexpr Table<Stage, 3> stages{
    {{Stage::Nothing, "nothing"}, {Stage::Qualifying, "qualifying"}, {Stage::Grid, "grid"}}};
constexpr Table<PredictionKind, 4> kinds{{{PredictionKind::Live, "live"},
                                          {PredictionKind::Retrospective, "retrospective"},
                                          {PredictionKind::Preview, "preview"},
                                          {PredictionKind::Void, "void"}}};
constexpr Table<PickKind, 3> pickKinds{
    {{PickKind::Live, "live"}, {PickKind::Late, "late"}, {PickKind::Void, "void"}}};
constexpr Table<ConfidenceLevel, 3> levels{
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
    return word(sessions, session);
}
QString toString(RaceStatus status)
{
    return word(statuses, status);
}
QString toString(Classification classification)
{
    return word(classifications, classification);
}
QString toString(Stage stage)
{
    return word(stages, stage);
}
QString toString(PredictionKind kind)
{
    return word(kinds, kind);
}
QString toString(PickKind kind)
{
    return word(pickKinds, kind);
}
QString toString(ConfidenceLevel level)
{
    return word(levels, level);
}

Result<Session> sessionFromString(const QString& text)
{
    return value(sessions, text, "session (race or sprint)");
}
Result<RaceStatus> raceStatusFromString(const QString& text)
{
    return value(statuses, text, "race status");
}
Result<Classification> classificationFromString(const QString& text)
{
    return value(classifications, text, "classification");
}
Result<Stage> stageFromString(const QString& text)
{
    return value(stages, text, "stage (nothing, qualifying or grid)");
}
Result<PredictionKind> predictionKindFromString(const QString& text)
{
    return value(kinds, text, "kind of prediction");
}
Result<PickKind> pickKindFromString(const QString& text)
{
    return value(pickKinds, text, "kind of pick");
}
Result<ConfidenceLevel> confidenceLevelFromString(const QString& text)
{
    return value(levels, text, "confidence level");
}

} // namespace parcferme
