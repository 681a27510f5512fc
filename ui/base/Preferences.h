#pragma once

#include "core/Settings.h"
#include "ui/base/HiddenChoice.h"
#include "ui/base/ThemeMode.h"

#include <QObject>
#include <QSettings>

namespace parcferme {

// A table as the user arranged it.
struct TableLayout
{
    struct Column
    {
        QString key;
        bool visible = true;
        int width = 0; // 0: the table's own
    };
    std::vector<Column> columns; // in the order shown; unknown and missing ones are allowed
    QString sortKey;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
};

// What the user chose, and how the window was left, kept in a file. The settings that environment and command
// line can set as well (core/Settings.h) are kept here as they were entered; which of them counts is decided
// by Settings::resolve().
class Preferences : public QObject
{
    Q_OBJECT
public:
    // The file is made at the first change.
    explicit Preferences(const QString& file, QObject* parent = nullptr);
    static QString defaultFile(); // ~/.config/parcferme/parcferme.ini

    Settings::Values settingsValues() const;
    QString value(Settings::Key key) const;
    void setValue(Settings::Key key, const QString& text); // empty: back to the default

    ThemeMode theme() const;
    void setTheme(ThemeMode mode);
    bool excelCsv() const;
    void setExcelCsv(bool on);
    bool notifications() const;
    void setNotifications(bool on);
    bool hideResults() const;
    void setHideResults(bool on);
    HiddenChoice hiddenChoice() const; // of which races, while they are hidden
    void setHiddenChoice(HiddenChoice choice);

    // Kept layouts carry a version: those of another one are not used.
    std::optional<TableLayout> tableLayout(const QString& table) const;
    void setTableLayout(const QString& table, const TableLayout& layout);
    void removeTableLayout(const QString& table);

    // How the window was left: "geometry", "season", "race", "page", "listWidth", "chart/<page>",
    // "splitter/<page>-<chart>".
    QVariant windowState(const QString& key, const QVariant& otherwise = {}) const;
    void setWindowState(const QString& key, const QVariant& value);

Q_SIGNALS:
    void shownChanged(); // theme, CSV flavour, hidden results

private:
    QSettings file_;
};

} // namespace parcferme
