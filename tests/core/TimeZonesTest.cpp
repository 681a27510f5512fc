#include "core/TimeZones.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;

class TimeZonesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSystemWithoutZonesIsToldOf()
    {
        const QTemporaryDir folder;
        const QString words = missingTimeZones({folder.path(), folder.filePath(QStringLiteral("elsewhere"))});
        QVERIFY2(words.contains(folder.path()), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("tzdata")), qPrintable(words));
    }

    void oneFolderWithZonesIsEnough()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("Europe")));
        QFile zone(folder.filePath(QStringLiteral("Europe/London")));
        QVERIFY(zone.open(QIODevice::WriteOnly));
        QCOMPARE(missingTimeZones({QStringLiteral("/nowhere"), folder.path()}), QString());
    }
};

QTEST_GUILESS_MAIN(TimeZonesTest)
#include "TimeZonesTest.moc"
