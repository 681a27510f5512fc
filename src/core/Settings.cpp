#include "core/Settings.h"

#include "core/Environment.h"
#include "core/Paths.h"
#include "core/Sentence.h"
#include "core/WebAddress.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

#include <pwd.h>
#include <unistd.h>

namespace parcferme {

namespace {

using Key = Settings::Key;
using Origin = Settings::Origin;

constexpr auto UsualApi = "https://api.jolpi.ca/ergast/f1";
constexpr auto UsualOpenF1 = "https://api.openf1.org/v1";
constexpr auto UsualWeather = "https://api.open-meteo.com/v1/forecast";

struct Given
{
    QString value; // null: not set anywhere
    QString name;  // what the user would recognise, for messages
    Origin origin = Origin::Default;
};

struct Name
{
    Key key;
    const char* variable; // null: not settable by environment
    const char* option;
    const char* preference;
};

constexpr Name Names[] = {
    {Key::Database, variable::DatabaseUrl, "--database", "database"},
    {Key::CacheFolder, variable::CacheFolder, "--cache", "cache folder"},
    {Key::ApiUrl, variable::ApiUrl, "--api", "API address"},
    {Key::FreezePolicy, variable::FreezePolicy, "--freeze-policy", "freeze policy"},
    {Key::FreezeLead, variable::FreezeLead, "--freeze-lead", "freeze lead time"},
    {Key::AutoFreeze, nullptr, "--auto-freeze", "auto-freeze"},
    {Key::OpenF1, variable::OpenF1, "--openf1", "official grids"},
    {Key::OpenF1Url, variable::OpenF1Url, "--openf1-url", "address of OpenF1"},
    {Key::Weather, variable::Weather, "--weather", "weather forecast"},
    {Key::WeatherUrl, variable::WeatherUrl, "--weather-url", "address of the weather forecast"},
    {Key::TimestampUrl, variable::TimestampUrl, "--timestamp-url", "time-stamping authority"},
    {Key::TimestampCertificates, variable::TimestampCertificates, "--timestamp-ca", "its certificates"},
    {Key::Player, nullptr, "--player", "player"},
};

Given lookUp(const Name& name, const QProcessEnvironment& environment, const Settings::Values& preferences,
             const Settings::Values& commandLine)
{
    if (const QString value = commandLine.value(name.key); !value.isEmpty())
        return {value, QString::fromLatin1(name.option), Origin::CommandLine};
    if (name.variable) {
        if (const QString value = environmentValue(environment, name.variable); !value.isEmpty())
            return {value, QString::fromLatin1(name.variable), Origin::Environment};
    }
    if (const QString value = preferences.value(name.key); !value.isEmpty())
        return {value, QString::fromLatin1(name.preference), Origin::Preference};
    return {};
}

tl::unexpected<Error> wrong(const Given& given, const QString& right)
{
    return fail(ErrorCode::Usage,
                Sentence::tr("%1 is \"%2\"; it must be %3.").arg(given.name, given.value, right));
}

// The address of a source, without a slash at its end.
Result<QUrl> sourceUrl(const Given& given, const char* usual)
{
    QUrl url(given.value, QUrl::StrictMode);
    if (!mayBeAsked(url))
        return wrong(given, Sentence::tr("an https address like %1 (http only for this machine itself)")
                                .arg(QLatin1StringView(usual)));
    while (url.path().endsWith(QLatin1Char('/')))
        url.setPath(url.path().chopped(1));
    return url;
}

tl::unexpected<Error> noAddress(const QString& text, const QString& why)
{
    return fail(ErrorCode::Usage,
                Sentence::tr("\"%1\" is no database address (%2); it must be sqlite:///file, "
                             "sqlite:////absolute/file or postgresql://user:password@host:port/name, with "
                             "special characters of user and password percent-encoded.")
                    .arg(withoutPassword(text), why));
}

// What is wrong with an option of a server's address; empty when nothing is.
QString wrongOption(const QString& key, const QString& value)
{
    static const QStringList modes = {QStringLiteral("disable"),   QStringLiteral("allow"),
                                      QStringLiteral("prefer"),    QStringLiteral("require"),
                                      QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    if (key == QLatin1StringView("sslmode"))
        return modes.contains(value)
                   ? QString()
                   : Sentence::tr("sslmode must be one of ") + modes.join(QStringLiteral(", "));
    if (key != QLatin1StringView("sslrootcert"))
        return Sentence::tr("after the ? only sslmode and sslrootcert are known, not \"%1\"").arg(key);
    // Qt takes a semicolon for the end of an option.
    return value.isEmpty() || value.contains(QLatin1Char(';'))
               ? Sentence::tr(
                     "sslrootcert must be the file of a certificate, without a semicolon in its name")
               : QString();
}

Result<DatabaseLocation> serverFromUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.scheme() != QLatin1StringView("postgresql") && url.scheme() != QLatin1StringView("postgres"))
        return noAddress(text, Sentence::tr("it begins with neither sqlite:/// nor postgresql://"));
    if (!url.isValid() || url.hasFragment())
        return noAddress(text, Sentence::tr("it cannot be parsed"));
    if (url.host().isEmpty())
        return noAddress(text, Sentence::tr("it names no host"));
    if (url.port(1) == 0)
        return noAddress(text, Sentence::tr("its port must be from 1 to 65535"));
    const QString name = url.path(QUrl::FullyDecoded).mid(1);
    if (name.isEmpty() || url.path().count(QLatin1Char('/')) != 1)
        return noAddress(text, Sentence::tr("it names no database, or more than one"));
    for (const QString& part : {name, url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)})
        if (part.contains(QChar::Null))
            return noAddress(text, Sentence::tr("it contains %00"));
    for (const auto& [key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        if (const QString why = wrongOption(key, value); !why.isEmpty())
            return noAddress(text, why);
    DatabaseLocation location;
    location.server = url;
    return location;
}

Status applyUrl(QUrl& into, const Given& given, const char* usual)
{
    auto url = sourceUrl(given, usual);
    if (!url)
        return tl::unexpected(url.error());
    into = *url;
    return {};
}

Status applySwitch(bool& into, const Given& given)
{
    if (given.value != QLatin1StringView("on") && given.value != QLatin1StringView("off"))
        return wrong(given, Sentence::tr("on or off"));
    into = given.value == QLatin1StringView("on");
    return {};
}

// What PostgreSQL takes as the name of a role.
constexpr int LongestPlayer = 63;

bool isPlayerName(const QString& name)
{
    return !name.isEmpty() && name.toUtf8().size() <= LongestPlayer &&
           std::ranges::all_of(name, [](QChar c) { return c.isPrint(); });
}

QString systemUser()
{
    const passwd* entry = getpwuid(geteuid());
    const QString name = entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
    return isPlayerName(name) ? name : QStringLiteral("player");
}

Status apply(Settings& settings, Key key, const Given& given)
{
    switch (key) {
    case Key::Database: {
        auto database = databaseFromUrl(given.value);
        if (!database)
            return fail(ErrorCode::Usage,
                        Sentence::tr("%1 is wrong: %2").arg(given.name, database.error().message));
        settings.database = *database;
        break;
    }
    case Key::CacheFolder:
        settings.cacheFolder = QDir(given.value).absolutePath();
        break;
    case Key::ApiUrl:
        return applyUrl(settings.apiUrl, given, UsualApi);
    case Key::OpenF1Url:
        return applyUrl(settings.openF1Url, given, UsualOpenF1);
    case Key::WeatherUrl:
        return applyUrl(settings.weatherUrl, given, UsualWeather);
    case Key::OpenF1:
        return applySwitch(settings.openF1, given);
    case Key::Weather:
        return applySwitch(settings.weather, given);
    case Key::FreezePolicy: {
        auto policy = freezePolicyFromString(given.value);
        if (!policy)
            return wrong(given, Sentence::tr("post_qualifying or t-minus"));
        settings.freezePolicy = *policy;
        break;
    }
    case Key::FreezeLead: {
        bool ok = false;
        const int minutes = given.value.toInt(&ok);
        if (!ok || minutes < 1 || minutes > 7 * 24 * 60)
            return wrong(given, Sentence::tr("a whole number of minutes from 1 to 10080"));
        settings.freezeLeadMinutes = minutes;
        break;
    }
    case Key::AutoFreeze:
        settings.autoFreeze = given.value == QLatin1StringView("true");
        break;
    case Key::TimestampUrl: {
        const QUrl url(given.value, QUrl::StrictMode);
        if (!mayBeAskedForSigned(url))
            return wrong(given, Sentence::tr("an http or https address like %1 (plain http will do: the "
                                             "answers are signed)")
                                    .arg(publicAuthorities().front().url.toString()));
        settings.timestampUrl = url;
        break;
    }
    case Key::TimestampCertificates:
        settings.timestampCertificates = QDir::current().absoluteFilePath(given.value);
        break;
    case Key::Player:
        settings.player = given.value.simplified();
        if (!isPlayerName(settings.player))
            return wrong(given, Sentence::tr("a name of 1 to %1 characters").arg(LongestPlayer));
        break;
    }
    return {};
}

} // namespace

QString toString(FreezePolicy policy)
{
    return policy == FreezePolicy::TMinus ? QStringLiteral("t-minus") : QStringLiteral("post_qualifying");
}

Result<FreezePolicy> freezePolicyFromString(const QString& text)
{
    for (const FreezePolicy policy : {FreezePolicy::PostQualifying, FreezePolicy::TMinus})
        if (toString(policy) == text)
            return policy;
    return fail(ErrorCode::Usage, Sentence::tr("\"%1\" is no freeze policy.").arg(text));
}

const QList<PublicAuthority>& publicAuthorities()
{
    static const QList<PublicAuthority> authorities = {
        {QStringLiteral("DigiCert"), QUrl(QStringLiteral("http://timestamp.digicert.com"))},
        {QStringLiteral("GlobalSign"),
         QUrl(QStringLiteral("http://timestamp.globalsign.com/tsa/r6advanced1"))},
    };
    return authorities;
}

QString DatabaseLocation::display() const
{
    return isSqlite() ? QDir::toNativeSeparators(sqliteFile) : server.toString(QUrl::RemovePassword);
}

QString withoutPassword(const QString& url)
{
    static const QRegularExpression user(QStringLiteral("(://[^:/?#]*):.*@"));
    static const QRegularExpression query(QStringLiteral("([?&]\\w*pass\\w*=)[^&]*"),
                                          QRegularExpression::CaseInsensitiveOption);
    QString text = url;
    return text.replace(user, QStringLiteral("\\1:***@")).replace(query, QStringLiteral("\\1***"));
}

Result<DatabaseLocation> databaseFromUrl(const QString& text)
{
    const QString sqlite = QStringLiteral("sqlite:///");
    if (!text.startsWith(sqlite))
        return serverFromUrl(text);
    if (text.size() == sqlite.size() || text.endsWith(QLatin1Char('/')))
        return noAddress(text, Sentence::tr("it names no file"));
    DatabaseLocation location;
    location.sqliteFile =
        QDir::current().absoluteFilePath(QUrl::fromPercentEncoding(text.mid(sqlite.size()).toUtf8()));
    return location;
}

Result<Settings> Settings::resolve(const QProcessEnvironment& environment, const Values& preferences,
                                   const Values& commandLine)
{
    Settings settings;
    settings.database.sqliteFile = dataFolder() + QStringLiteral("/parcferme.sqlite");
    settings.cacheFolder = parcferme::cacheFolder();
    settings.apiUrl = QUrl(QLatin1StringView(UsualApi));
    settings.openF1Url = QUrl(QLatin1StringView(UsualOpenF1));
    settings.weatherUrl = QUrl(QLatin1StringView(UsualWeather));
    settings.player = systemUser();
    for (const Name& name : Names) {
        const Given given = lookUp(name, environment, preferences, commandLine);
        if (given.value.isEmpty())
            continue;
        if (auto status = apply(settings, name.key, given); !status)
            return tl::unexpected(status.error());
        settings.origin.insert(name.key, given.origin);
    }
    return settings;
}

} // namespace parcferme
