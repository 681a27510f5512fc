#include "Program.h"

#include "ui/dialogs/PreferencesDialog.h"
#include "ui/theme/Style.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>

using namespace parcferme;

Q_DECLARE_METATYPE(bool Settings::*)

class DialogsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new Style); }

    void valuesOfTheEnvironmentAreShownAsSuch()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("F1_API_URL"), QStringLiteral("https://example.org/f1"));
        environment.insert(QStringLiteral("PREDICTION_FREEZE_TMINUTES"), QStringLiteral("45"));
        const auto running = Settings::resolve(environment, {}, {});
        QVERIFY(running.has_value());
        PreferencesDialog dialog(program.preferences, *running, program.dialogs);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto* api = dialog.findChild<QLineEdit*>(QStringLiteral("apiAddress"));
        QCOMPARE(api->text(), QStringLiteral("https://example.org/f1"));
        QVERIFY(!api->isEnabled());
        QVERIFY(dialog.findChild<QLineEdit*>(QStringLiteral("dataFolder"))->isEnabled());
        QStringList notes;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->text().startsWith(QStringLiteral("Fixed by")))
                notes << label->text();
        QCOMPARE(notes.size(), 2);
        QVERIFY(notes.join(u' ').contains(QStringLiteral("F1_API_URL")));
        QVERIFY(notes.join(u' ').contains(QStringLiteral("PREDICTION_FREEZE_TMINUTES")));
    }

    void savedPreferencesHold()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        program.window->actions().preferences->trigger();
        auto* dialog = program.window->findChild<PreferencesDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* theme = dialog->findChild<QComboBox*>(QStringLiteral("themeBox"));
        theme->setCurrentIndex(theme->findData(int(ThemeMode::Dark)));
        dialog->findChild<QCheckBox*>(QStringLiteral("excelCsv"))->setChecked(true);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
        QCOMPARE(program.preferences.theme(), ThemeMode::Dark);
        QVERIFY(program.preferences.excelCsv());
        QCOMPARE(QApplication::palette().color(QPalette::Base), darkTokens().base);
    }

    void aValueThatMakesNoSenseIsNotSaved()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        PreferencesDialog dialog(program.preferences, program.settings(), program.dialogs);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.findChild<QLineEdit*>(QStringLiteral("apiAddress"))
            ->setText(QStringLiteral("ftp://example.org"));
        dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
        QVERIFY(dialog.isVisible());
        QVERIFY(program.preferences.value(Settings::Key::ApiUrl).isEmpty());
        QStringList words;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            words << label->text();
        QVERIFY(words.join(u' ').contains(QStringLiteral("ftp://example.org")));
    }

    // Both are asked unless somebody switches them off, and again when the box is set once more.
    void furtherSourcesAreSwitchedOffAndOn_data()
    {
        QTest::addColumn<QString>("box");
        QTest::addColumn<bool Settings::*>("setting");
        QTest::newRow("OpenF1") << QStringLiteral("openF1") << &Settings::openF1;
        QTest::newRow("weather") << QStringLiteral("weather") << &Settings::weather;
    }

    void furtherSourcesAreSwitchedOffAndOn()
    {
        QFETCH(const QString, box);
        QFETCH(bool Settings::*, setting);
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        const auto resolved = [&program] {
            return *Settings::resolve(QProcessEnvironment(), program.preferences.settingsValues(), {});
        };
        QVERIFY(resolved().openF1 && resolved().weather);
        for (const bool wanted : {false, true}) {
            PreferencesDialog dialog(program.preferences, resolved(), program.dialogs);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            auto* check = dialog.findChild<QCheckBox*>(box);
            QCOMPARE(check->isChecked(), !wanted);
            check->click();
            dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
            QCOMPARE(resolved().*setting, wanted);
            QVERIFY(wanted || resolved().openF1 != resolved().weather);
        }
    }

    void anAuthorityIsChosenOrTyped()
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        const auto save = [&program](const QString& text) {
            const auto running =
                Settings::resolve(QProcessEnvironment(), program.preferences.settingsValues(), {});
            PreferencesDialog dialog(program.preferences, *running, program.dialogs);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            auto* authority = dialog.findChild<QComboBox*>(QStringLiteral("timestampAuthority"));
            const QString before = authority->currentText();
            authority->setEditText(text);
            dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
            return before;
        };
        const auto stored = [&program] { return program.preferences.value(Settings::Key::TimestampUrl); };
        QCOMPARE(save(publicAuthorities().back().name), QStringLiteral("None"));
        QCOMPARE(stored(), publicAuthorities().back().url.toString());
        QCOMPARE(save(QStringLiteral("https://stamps.example.org/tsr")), publicAuthorities().back().name);
        QCOMPARE(stored(), QStringLiteral("https://stamps.example.org/tsr"));
        save(QStringLiteral("nonsense"));
        QCOMPARE(stored(), QStringLiteral("https://stamps.example.org/tsr"));
        QCOMPARE(save(QStringLiteral("None")), QStringLiteral("https://stamps.example.org/tsr"));
        QVERIFY(stored().isEmpty());
    }

    void aboutNamesTheSources()
    {
        const QString words = wordsOf(&Actions::about);
        QVERIFY(words.contains(QStringLiteral("F1DB")));
        QVERIFY(words.contains(QStringLiteral("CC BY 4.0")));
        QVERIFY(words.contains(QStringLiteral("not affiliated")));
    }

    void firstStepsGoFromARaceToItsCsv()
    {
        const QString words = wordsOf(&Actions::firstSteps);
        for (const char* step : {"Choose a race", "Preview", "Predict", "Sync results", "CSV"})
            QVERIFY2(words.contains(QString::fromLatin1(step)), step);
    }

private:
    // All that stands in the dialog which the action opens.
    static QString wordsOf(QAction* Actions::* action)
    {
        Program program(QStringLiteral("2026-05-28T12:00:00Z"));
        program.open();
        (program.window->actions().*action)->trigger();
        const auto dialogs = program.window->findChildren<QDialog*>();
        if (dialogs.isEmpty() || !dialogs.last()->isVisible())
            return {};
        QStringList words;
        for (const QLabel* label : dialogs.last()->findChildren<QLabel*>())
            words << label->text();
        return words.join(u' ');
    }
};

QTEST_MAIN(DialogsTest)
#include "DialogsTest.moc"
