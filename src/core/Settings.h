#pragma once

#include "core/Error.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

namespace parcferme {

// When a live prediction may be frozen; the words are those of the database.
enum class FreezePolicy { PostQualifying, TMinus };
QString toString(FreezePolicy policy); // "post_qualifying", "t-minus"
Result<FreezePolicy> freezePolicyFromString(const QString& text);

// Where the store is: a SQLite file or a PostgreSQL server.
struct DatabaseLocation
{
    QString sqliteFile; // empty for PostgreSQL
    QUrl server;        // postgresql://user:password@host:port/name?sslmode=...&sslrootcert=...

    bool isSqlite() const { return !sqliteFile.isEmpty(); }
    QString display() const; // for people: the path, or the URL without its password
};

// sqlite:///name is relative to the working folder, sqlite:////name absolute. Of a server's address user,
// password and name are percent-decoded; sslmode (as of libpq) and sslrootcert (the file of a certificate)
// say how TLS is done. Errors: Usage, with what would be right and without the password.
Result<DatabaseLocation> databaseFromUrl(const QString& url);

// The address without what must not be shown, whether or not it makes sense.
QString withoutPassword(const QString& url);

// A time-stamping authority that anybody may ask, and whose root this machine's certificates have.
struct PublicAuthority
{
    QString name;
    QUrl url;
};
const QList<PublicAuthority>& publicAuthorities();

// All that can be set, in one place. Precedence: command line, environment, preferences, default.
struct Settings
{
    enum class Key {
        Database,
        CacheFolder,
        ApiUrl,
        FreezePolicy,
        FreezeLead,
        AutoFreeze,
        OpenF1,
        OpenF1Url,
        Weather,
        WeatherUrl,
        TimestampUrl,
        TimestampCertificates,
        Player
    };
    enum class Origin { Default, Preference, Environment, CommandLine };

    DatabaseLocation database;
    QString cacheFolder;
    QUrl apiUrl;
    FreezePolicy freezePolicy = FreezePolicy::PostQualifying;
    int freezeLeadMinutes = 60; // of t-minus
    bool autoFreeze = false;
    bool openF1 = true; // whether official grids and measured weather are asked for
    QUrl openF1Url;
    bool weather = true; // whether weather forecasts are asked for
    QUrl weatherUrl;
    QUrl timestampUrl;             // of the authority that signs the ledger's heads; empty: none is asked
    QString timestampCertificates; // file of certificates to trust for that; empty: the machine's
    QString player;                // whose picks are meant; the system's user at first
    bool offline = false;
    QMap<Key, Origin> origin; // keys that are missing have their default

    // Text values by Key, as they stand in the preferences file or on the command line; empty ones are not
    // set.
    using Values = QMap<Key, QString>;

    // Errors: Usage, naming the variable (or option), the value and what would be right.
    static Result<Settings> resolve(const QProcessEnvironment& environment, const Values& preferences,
                                    const Values& commandLine);
};

} // namespace parcferme
