#include "ui/base/Preferences.h"

#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;

class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsValues();
    void keepsLayouts();
    void dropsLayoutsOfAnotherVersion();
};

void PreferencesTest::keepsValues()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("p.ini"));
    {
        Preferences preferences(file);
        QCOMPARE(preferences.theme(), ThemeMode::System);
        QVERIFY(preferences.settingsValues().isEmpty());
        preferences.setTheme(ThemeMode::Dark);
        preferences.setHideResults(true);
        preferences.setValue(Settings::Key::FreezeLead, QStringLiteral("90"));
    }
    Preferences again(file);
    QCOMPARE(again.theme(), ThemeMode::Dark);
    QVERIFY(again.hideResults());
    QCOMPARE(again.settingsValues().value(Settings::Key::FreezeLead), QStringLiteral("90"));
    again.setValue(Settings::Key::FreezeLead, {});
    QVERIFY(again.settingsValues().isEmpty());
}

static TableLayout someLayout()
{
    TableLayout layout;
    layout.columns = {{QStringLiteral("driver"), true, 200}, {QStringLiteral("team"), false, 0}};
    layout.sortKey = QStringLiteral("driver");
    layout.sortOrder = Qt::DescendingOrder;
    return layout;
}

void PreferencesTest::keepsLayouts()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("p.ini"));
    Preferences(file).setTableLayout(QStringLiteral("prediction"), someLayout());
    const Preferences again(file);
    QVERIFY(!again.tableLayout(QStringLiteral("result")));
    const auto layout = again.tableLayout(QStringLiteral("prediction"));
    QVERIFY(layout.has_value());
    QCOMPARE(layout->columns.size(), size_t(2));
    QCOMPARE(layout->columns[0].width, 200);
    QVERIFY(!layout->columns[1].visible);
    QCOMPARE(layout->sortKey, QStringLiteral("driver"));
    QCOMPARE(layout->sortOrder, Qt::DescendingOrder);
}

void PreferencesTest::dropsLayoutsOfAnotherVersion()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("p.ini"));
    Preferences(file).setTableLayout(QStringLiteral("prediction"), someLayout());
    QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("tables/prediction/version"), 0);
    QVERIFY(!Preferences(file).tableLayout(QStringLiteral("prediction")));
}

QTEST_MAIN(PreferencesTest)
#include "PreferencesTest.moc"
