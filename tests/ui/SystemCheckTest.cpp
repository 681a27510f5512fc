#include "ui/app/SystemCheck.h"

#include <QTest>

using namespace parcferme;

class SystemCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutADisplayThereAreWords()
    {
        const QString words = missingDisplay({}, {});
        QVERIFY2(words.contains(QStringLiteral("DISPLAY")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("parcferme-cli")), qPrintable(words));
        QVERIFY(!missingDisplay({}, {QStringLiteral("--offline")}).isEmpty());
    }

    void anyDisplayWillDo_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("enough");
        QTest::newRow("X11") << QStringLiteral("DISPLAY") << QStringLiteral(":0") << true;
        QTest::newRow("Wayland") << QStringLiteral("WAYLAND_DISPLAY") << QStringLiteral("wayland-0") << true;
        QTest::newRow("Wayland session")
            << QStringLiteral("XDG_SESSION_TYPE") << QStringLiteral("wayland") << true;
        QTest::newRow("text session") << QStringLiteral("XDG_SESSION_TYPE") << QStringLiteral("tty") << false;
        QTest::newRow("Qt's choice") << QStringLiteral("QT_QPA_PLATFORM") << QStringLiteral("offscreen")
                                     << true;
        QTest::newRow("empty") << QStringLiteral("DISPLAY") << QString() << false;
    }

    void anyDisplayWillDo()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(bool, enough);
        QProcessEnvironment environment;
        environment.insert(variable, value);
        QCOMPARE(missingDisplay(environment, {}).isEmpty(), enough);
    }

    void optionsOfQtChooseADisplay()
    {
        QVERIFY(missingDisplay({}, {QStringLiteral("-platform"), QStringLiteral("offscreen")}).isEmpty());
        QVERIFY(missingDisplay({}, {QStringLiteral("-display"), QStringLiteral(":1")}).isEmpty());
    }

    void withoutFontsThereAreWords()
    {
        QVERIFY(missingFonts({}).contains(QStringLiteral("fonts-dejavu-core")));
        QCOMPARE(missingFonts(QStringLiteral("DejaVu Sans")), QString());
    }

    void factsNameWhatWasFound()
    {
        const QString facts = systemFacts();
        QVERIFY2(facts.contains(QStringLiteral("display offscreen")), qPrintable(facts));
        QVERIFY2(facts.contains(QStringLiteral("zone UTC (0 s")), qPrintable(facts));
        QVERIFY2(facts.contains(QStringLiteral("Qt says \"Cancel\"")), qPrintable(facts));
    }
};

QTEST_MAIN(SystemCheckTest)
#include "SystemCheckTest.moc"
