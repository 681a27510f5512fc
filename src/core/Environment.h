#pragma once

#include <QList>
#include <QProcessEnvironment>

namespace parcferme {

// The variables that the program reads.
namespace variable {
inline constexpr auto DatabaseUrl = "DATABASE_URL";
inline constexpr auto CacheFolder = "FASTF1_CACHE_DIR";
inline constexpr auto FreezePolicy = "PREDICTION_FREEZE_POLICY";
inline constexpr auto FreezeLead = "PREDICTION_FREEZE_TMINUTES";
inline constexpr auto ApiUrl = "F1_API_URL";
inline constexpr auto OpenF1 = "OPENF1";
inline constexpr auto OpenF1Url = "OPENF1_API_URL";
inline constexpr auto Weather = "WEATHER";
inline constexpr auto WeatherUrl = "WEATHER_API_URL";
inline constexpr auto TimestampUrl = "TIMESTAMP_URL";
inline constexpr auto TimestampCertificates = "TIMESTAMP_CA";
inline constexpr auto AllowedOrigins = "ALLOWED_ORIGINS";
inline constexpr auto ApiToken = "API_TOKEN";
} // namespace variable

// A variable as the help, the manual pages and packaging/env.example describe it: all of them are made from
// these.
struct VariableWord
{
    enum class Reader { BothPrograms, Service };

    QString name;
    QString summary; // a few words, for --help
    QString details; // whole sentences: what it may hold, and what an unset one means
    Reader reader = Reader::BothPrograms;
};

// All of them, in the order of the manual.
const QList<VariableWord>& environmentVariables();

// A variable's value; null when unset, and also when empty: an empty line in an env file means "not set".
QString environmentValue(const QProcessEnvironment& environment, const char* name);

} // namespace parcferme
