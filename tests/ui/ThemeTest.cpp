#include "ui/theme/Theme.h"

#include <QTest>

using namespace parcferme;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textReachesItsContrast_data();
    void textReachesItsContrast();
    void heatMapTextReachesItsContrast_data();
    void heatMapTextReachesItsContrast();
    void teamMarksStandOut();
    void paletteFollowsTheMode();
};

static void addThemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::textReachesItsContrast_data()
{
    addThemes();
}

void ThemeTest::textReachesItsContrast()
{
    QFETCH(bool, dark);
    const Tokens& t = dark ? darkTokens() : lightTokens();
    struct Pair
    {
        const char* name;
        QColor text, ground;
    };
    const std::vector<Pair> pairs = {
        {"text on window", t.text, t.window},
        {"text on base", t.text, t.base},
        {"text on alt", t.text, t.alt},
        {"text on button", t.text, t.button},
        {"text on selection", t.text, t.selection},
        {"text on bar", t.text, t.bar},
        {"text on grey bar", t.text, t.barGrey},
        {"text on retire bar", t.text, t.barRetire},
        {"muted on window", t.muted, t.window},
        {"muted on base", t.muted, t.base},
        {"muted on alt", t.muted, t.alt},
        {"muted on selection", t.muted, t.selection},
        {"accent on base", t.accent, t.base},
        {"accent on selection", t.accent, t.selection},
        {"accent on notice", t.accent, t.infoGround},
        {"text on notice", t.text, t.infoGround},
        {"text on accent", t.onAccent, t.accent},
        {"success on window", t.success, t.window},
        {"warning on base", t.warning, t.base},
        {"warning on selection", t.warning, t.selection},
        {"warning on its ground", t.warning, t.warningGround},
        {"text on warning", t.text, t.warningGround},
        {"danger on window", t.danger, t.window},
        {"danger on its ground", t.danger, t.dangerGround},
        {"text on danger", t.text, t.dangerGround},
        {"better on base", t.better, t.base},
        {"better on selection", t.better, t.selection},
        {"worse on base", t.worse, t.base},
        {"worse on selection", t.worse, t.selection},
    };
    for (const Pair& pair : pairs)
        QVERIFY2(contrast(pair.text, pair.ground) >= 4.5,
                 qPrintable(QStringLiteral("%1: %2")
                                .arg(QLatin1StringView(pair.name))
                                .arg(contrast(pair.text, pair.ground))));
}

void ThemeTest::heatMapTextReachesItsContrast_data()
{
    addThemes();
}

void ThemeTest::heatMapTextReachesItsContrast()
{
    QFETCH(bool, dark);
    const Tokens& t = dark ? darkTokens() : lightTokens();
    for (int permille = 0; permille <= 1000; ++permille) {
        const QColor ground = heatColour(permille / 1000.0, t);
        QVERIFY2(contrast(cellTextOn(ground, t), ground) >= 4.5, qPrintable(QString::number(permille)));
    }
}

void ThemeTest::teamMarksStandOut()
{
    for (const Tokens* t : {&lightTokens(), &darkTokens()}) {
        for (const QRgb team : {0xFFFFFFu, 0x000000u, 0x27F4D2u, 0xFF8000u, 0x1E5BC6u, 0xB6BABDu, 0x52E252u})
            QVERIFY(contrast(teamMark(QColor(team), *t), t->base) >= 3.0);
        QCOMPARE(teamMark(QColor(), *t), t->muted);
    }
}

void ThemeTest::paletteFollowsTheMode()
{
    Theme theme(*qApp);
    int changes = 0;
    connect(&theme, &Theme::changed, this, [&changes] { ++changes; });
    theme.setMode(ThemeMode::Dark);
    QVERIFY(theme.tokens().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), darkTokens().base);
    theme.setMode(ThemeMode::Light);
    QVERIFY(!theme.tokens().dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), lightTokens().base);
    QCOMPARE(changes, 2);
}

QTEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
