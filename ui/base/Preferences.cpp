#include "ui/base/Preferences.h"

#include <QStandardPaths>

namespace parcferme {

namespace {

constexpr int LayoutVersion = 1;
constexpr QLatin1StringView WindowGroup("session/"); // the name that files of version 1.0.0 have

QString nameOf(Settings::Key key)
{
    switch (key) {
    case Settings::Key::Database:
        return QStringLiteral("settings/database");
    case Settings::Key::CacheFolder:
        return QStringLiteral("settings/cacheFolder");
    case Settings::Key::ApiUrl:
        return QStringLiteral("settings/apiUrl");
    case Settings::Key::FreezePolicy:
        return QStringLiteral("settings/freezePolicy");
    case Settings::Key::FreezeLead:
        return QStringLiteral("settings/freezeLead");
    case Settings::Key::AutoFreeze:
        return QStringLiteral("settings/autoFreeze");
    case Settings::Key::OpenF1:
        return QStringLiteral("settings/openF1");
    case Settings::Key::OpenF1Url:
        return QStringLiteral("settings/openF1Url");
    case Settings::Key::Weather:
        return QStringLiteral("settings/weather");
    case Settings::Key::WeatherUrl:
        return QStringLiteral("settings/weatherUrl");
    case Settings::Key::TimestampUrl:
        return QStringLiteral("settings/timestampUrl");
    case Settings::Key::TimestampCertificates:
        return QStringLiteral("settings/timestampCertificates");
    case Settings::Key::Player:
        return QStringLiteral("settings/player");
    }
    return {};
}

QString tableGroup(const QString& table)
{
    return QStringLiteral("tables/%1/").arg(table);
}

} // namespace

Preferences::Preferences(const QString& file, QObject* parent)
    : QObject(parent), file_(file, QSettings::IniFormat)
{
}

QString Preferences::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/parcferme/parcferme.ini");
}

Settings::Values Preferences::settingsValues() const
{
    Settings::Values values;
    for (const auto key :
         {Settings::Key::Database, Settings::Key::CacheFolder, Settings::Key::ApiUrl,
          Settings::Key::FreezePolicy, Settings::Key::FreezeLead, Settings::Key::AutoFreeze,
          Settings::Key::OpenF1, Settings::Key::OpenF1Url, Settings::Key::Weather, Settings::Key::WeatherUrl,
          Settings::Key::TimestampUrl, Settings::Key::TimestampCertificates, Settings::Key::Player})
        if (const QString text = value(key); !text.isEmpty())
            values.insert(key, text);
    return values;
}

QString Preferences::value(Settings::Key key) const
{
    return file_.value(nameOf(key)).toString();
}

void Preferences::setValue(Settings::Key key, const QString& text)
{
    if (value(key) == text)
        return;
    if (text.isEmpty())
        file_.remove(nameOf(key));
    else
        file_.setValue(nameOf(key), text);
}

ThemeMode Preferences::theme() const
{
    const QString word = file_.value(QStringLiteral("view/theme")).toString();
    return word == QLatin1StringView("light")  ? ThemeMode::Light
           : word == QLatin1StringView("dark") ? ThemeMode::Dark
                                               : ThemeMode::System;
}

void Preferences::setTheme(ThemeMode mode)
{
    const QString word = mode == ThemeMode::Light  ? QStringLiteral("light")
                         : mode == ThemeMode::Dark ? QStringLiteral("dark")
                                                   : QStringLiteral("system");
    file_.setValue(QStringLiteral("view/theme"), word);
    Q_EMIT shownChanged();
}

bool Preferences::excelCsv() const
{
    return file_.value(QStringLiteral("export/excelCsv"), false).toBool();
}

void Preferences::setExcelCsv(bool on)
{
    file_.setValue(QStringLiteral("export/excelCsv"), on);
    Q_EMIT shownChanged();
}

bool Preferences::notifications() const
{
    return file_.value(QStringLiteral("view/notifications"), true).toBool();
}

void Preferences::setNotifications(bool on)
{
    file_.setValue(QStringLiteral("view/notifications"), on);
}

bool Preferences::hideResults() const
{
    return file_.value(QStringLiteral("view/hideResults"), false).toBool();
}

void Preferences::setHideResults(bool on)
{
    file_.setValue(QStringLiteral("view/hideResults"), on);
    Q_EMIT shownChanged();
}

HiddenChoice Preferences::hiddenChoice() const
{
    const QString word = file_.value(QStringLiteral("view/hiddenRaces")).toString();
    return word == QLatin1StringView("season") ? HiddenChoice::Season
           : word == QLatin1StringView("all")  ? HiddenChoice::All
                                               : HiddenChoice::Newest;
}

void Preferences::setHiddenChoice(HiddenChoice choice)
{
    const QString word = choice == HiddenChoice::Season ? QStringLiteral("season")
                         : choice == HiddenChoice::All  ? QStringLiteral("all")
                                                        : QStringLiteral("newest");
    file_.setValue(QStringLiteral("view/hiddenRaces"), word);
    Q_EMIT shownChanged();
}

std::optional<TableLayout> Preferences::tableLayout(const QString& table) const
{
    const QString group = tableGroup(table);
    if (file_.value(group + QStringLiteral("version")).toInt() != LayoutVersion)
        return std::nullopt;
    TableLayout layout;
    for (const QString& text : file_.value(group + QStringLiteral("columns")).toStringList()) {
        const QStringList parts = text.split(u':');
        if (parts.size() == 3)
            layout.columns.push_back({parts[0], parts[1] == QLatin1StringView("1"), parts[2].toInt()});
    }
    layout.sortKey = file_.value(group + QStringLiteral("sort")).toString();
    layout.sortOrder =
        file_.value(group + QStringLiteral("descending")).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    return layout;
}

void Preferences::setTableLayout(const QString& table, const TableLayout& layout)
{
    QStringList columns;
    for (const TableLayout::Column& column : layout.columns)
        columns << QStringLiteral("%1:%2:%3").arg(column.key).arg(column.visible ? 1 : 0).arg(column.width);
    const QString group = tableGroup(table);
    file_.setValue(group + QStringLiteral("version"), LayoutVersion);
    file_.setValue(group + QStringLiteral("columns"), columns);
    file_.setValue(group + QStringLiteral("sort"), layout.sortKey);
    file_.setValue(group + QStringLiteral("descending"), layout.sortOrder == Qt::DescendingOrder);
}

void Preferences::removeTableLayout(const QString& table)
{
    file_.remove(QStringLiteral("tables/%1").arg(table));
}

QVariant Preferences::windowState(const QString& key, const QVariant& otherwise) const
{
    return file_.value(WindowGroup + key, otherwise);
}

void Preferences::setWindowState(const QString& key, const QVariant& value)
{
    // Most starts and clicks say what the file says already: nothing is written for those.
    const QByteArray word = value.toByteArray(); // empty of lists
    if (!word.isEmpty() && file_.value(WindowGroup + key).toByteArray() == word)
        return;
    file_.setValue(WindowGroup + key, value);
}

} // namespace parcferme
