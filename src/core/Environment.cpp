#include "core/Environment.h"

namespace parcferme {

const QList<VariableWord>& environmentVariables()
{
    using Reader = VariableWord::Reader;
    static const QList<VariableWord> variables = {
        {QString::fromLatin1(variable::DatabaseUrl), QStringLiteral("where predictions are kept"),
         QStringLiteral(
             "Where predictions are kept: sqlite:///relative.sqlite, sqlite:////absolute/file.sqlite, or "
             "postgresql://user:password@host:port/name for a server (PostgreSQL 11 or newer) that a team "
             "shares, with special characters percent-encoded and port 5432 where none is given. The "
             "database "
             "must exist, be encoded in UTF8 and be this program's alone. TLS: ?sslmode=disable, allow, "
             "prefer "
             "(the default), require, verify-ca or verify-full, and &sslrootcert=FILE for the last two. "
             "Default: parcferme/parcferme.sqlite in the user's data folder.")},
        {QString::fromLatin1(variable::CacheFolder), QStringLiteral("folder of the HTTP cache"),
         QStringLiteral("Folder of the HTTP cache. Default: parcferme in the user's cache folder.")},
        {QString::fromLatin1(variable::FreezePolicy), QStringLiteral("post_qualifying or t-minus"),
         QStringLiteral("When a live prediction may be frozen: post_qualifying (from the published "
                        "qualifying on; where no source "
                        "has it, in the last three hours the published starting grid will do) or "
                        "t-minus (some minutes before the start). Default: post_qualifying.")},
        {QString::fromLatin1(variable::FreezeLead), QStringLiteral("minutes of t-minus"),
         QStringLiteral(
             "With t-minus: minutes before the start at which the window opens, 1 to 10080. Default: 60.")},
        {QString::fromLatin1(variable::ApiUrl), QStringLiteral("address of the Jolpica-F1 API"),
         QStringLiteral(
             "Address of the Jolpica-F1 API; https, and http only for this machine itself. Default: "
             "https://api.jolpi.ca/ergast/f1.")},
        {QString::fromLatin1(variable::OpenF1), QStringLiteral("official grids, on or off"),
         QStringLiteral(
             "Whether OpenF1 is asked for the official starting grid before the start, and for the "
             "weather that was measured: on or off. Default: on.")},
        {QString::fromLatin1(variable::OpenF1Url), QStringLiteral("address of the OpenF1 API"),
         QStringLiteral("Address of the OpenF1 API; https, and http only for this machine itself. Default: "
                        "https://api.openf1.org/v1.")},
        {QString::fromLatin1(variable::Weather), QStringLiteral("weather forecast, on or off"),
         QStringLiteral("Whether Open-Meteo is asked for the weather at the start: on or off. Default: on.")},
        {QString::fromLatin1(variable::WeatherUrl), QStringLiteral("address of the weather forecast"),
         QStringLiteral("Address of the Open-Meteo forecast API; https, and http only for this machine "
                        "itself. Default: https://api.open-meteo.com/v1/forecast.")},
        {QString::fromLatin1(variable::TimestampUrl), QStringLiteral("authority that stamps the ledger"),
         QStringLiteral(
             "Address of a time-stamping authority (RFC 3161), like http://timestamp.digicert.com or "
             "http://timestamp.globalsign.com/tsa/r6advanced1. After each freeze it is sent the newest hash "
             "of "
             "the ledger, and nothing else, and signs it together with the time: so an outsider vouches that "
             "the predictions existed before the start. Plain http will do: its answers are signed, and "
             "checked. Out of reach, it is asked again later. Default: none is asked.")},
        {QString::fromLatin1(variable::TimestampCertificates),
         QStringLiteral("certificates of that authority"),
         QStringLiteral(
             "File of certificates (PEM) that may vouch for who stamps, in place of the machine's: "
             "for an authority of one's own, or one whose root the machine does not have. Default: "
             "the machine's certificates.")},
        {QString::fromLatin1(variable::AllowedOrigins), QStringLiteral("whose pages a browser lets ask"),
         QStringLiteral(
             "Whose pages a browser lets ask, like https://one.example,http://localhost:3000; * for all. "
             "Default: none."),
         Reader::Service},
        {QString::fromLatin1(variable::ApiToken), QStringLiteral("secret that callers send"),
         QStringLiteral(
             "The secret that callers send as \"Authorization: Bearer ...\", at least 16 characters (openssl "
             "rand -hex 32). Needed to listen beyond this machine; where it is set, every call but GET "
             "/health asks for it. Default: none."),
         Reader::Service},
    };
    return variables;
}

QString environmentValue(const QProcessEnvironment& environment, const char* name)
{
    const QString value = environment.value(QString::fromLatin1(name)).trimmed();
    return value.isEmpty() ? QString() : value;
}

} // namespace parcferme
