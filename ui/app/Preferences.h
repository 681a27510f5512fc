#pragma once

#include "core/Settings.h"
#include "ui/theme/Theme.h"

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

// What the user chose, kept in a file; and where the window was left. Environment variables win over the
// first six values (core/Settings.h); this class does not know them.
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

    // Kept layouts carry a version: those of another one are not used.
    std::optional<TableLayout> tableLayout(const QString& table) const;
    void setTableLayout(const QString& table, const TableLayout& layout);
    void removeTableLayout(const QString& table);

    // The session: "geometry", "season", "race", "page", "chart", "splitter/<chart>" ...
    QVariant session(const QString& key, const QVariant& otherwise = {}) const;
    void setSession(const QString& key, const QVariant& value);

Q_SIGNALS:
    void settingsChanged(); // one of the values that Settings::resolve reads
    void shownChanged();    // theme, CSV flavour, hidden results

private:
    QSettings file_;
};

} // namespace parcferme
