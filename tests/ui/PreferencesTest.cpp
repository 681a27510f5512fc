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
    void writesOnlyWhatChanged();
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

// A window that opens where it was has nothing to write.
void PreferencesTest::writesOnlyWhatChanged()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("p.ini"));
    const auto say = [&file](int season, const QByteArray& geometry) {
        Preferences preferences(file);
        preferences.setWindowState(QStringLiteral("season"), season);
        preferences.setWindowState(QStringLiteral("page"), QStringLiteral("result"));
        preferences.setWindowState(QStringLiteral("hide"), true);
        preferences.setWindowState(QStringLiteral("geometry"), geometry);
    };
    const QByteArray geometry("\x01\xd9\xff\0x", 5);
    const auto writtenAt = [&file] { return QFileInfo(file).lastModified(); };
    say(2026, geometry);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadWrite));
    const QDateTime before = writtenAt().addDays(-1);
    QVERIFY(written.setFileTime(before, QFileDevice::FileModificationTime));
    written.close();
    say(2026, geometry);
    QCOMPARE(writtenAt(), before);
    say(2025, geometry);
    QVERIFY(writtenAt() > before);
    const Preferences again(file);
    QCOMPARE(again.windowState(QStringLiteral("season")).toInt(), 2025);
    QCOMPARE(again.windowState(QStringLiteral("geometry")).toByteArray(), geometry);
    QCOMPARE(again.windowState(QStringLiteral("page")).toString(), QStringLiteral("result"));
    QVERIFY(again.windowState(QStringLiteral("hide")).toBool());
}

QTEST_MAIN(PreferencesTest)
#include "PreferencesTest.moc"
