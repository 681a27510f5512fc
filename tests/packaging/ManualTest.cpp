#include "manual/Manual.h"
#include "cli/Command.h"
#include "core/Environment.h"
#include "core/Version.h"
#include "manual/RoffPage.h"
#include "support/Files.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace parcferme;

// What users read is made from one source, names all there is, and is what lies in the tree.
class ManualTest : public QObject
{
    Q_OBJECT

private:
    // As it is on a page: with roff's minus.
    static QByteArray onPage(QString words)
    {
        return words.replace(QLatin1Char('-'), QLatin1StringView("\\-")).toUtf8();
    }

    // Words that bash offers after these, the last of which is being typed.
    static QStringList offered(const QByteArray& script, const QString& function, const QStringList& typed)
    {
        QProcess bash;
        bash.start(QStringLiteral("bash"),
                   QStringList{QStringLiteral("-c"),
                               QString::fromUtf8(script) +
                                   QStringLiteral("\nCOMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); %1; "
                                                  "printf '%s\\n' \"${COMPREPLY[@]}\"")
                                       .arg(function),
                               QStringLiteral("bash")} +
                       typed);
        if (!bash.waitForFinished() || bash.exitCode() != 0)
            return {QStringLiteral("failed: ") + QString::fromUtf8(bash.readAllStandardError())};
        return QString::fromUtf8(bash.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void everyCommandAndOptionIsDocumented()
    {
        const QByteArray page = commandLineManual();
        const QString help = overviewHelp();
        QVERIFY(allCommands().size() >= 14);
        for (const Command& command : allCommands()) {
            const QByteArray name = onPage(command.name);
            QVERIFY2(page.contains("\n.SS \"" + name), name.constData());
            QVERIFY2(help.contains(QStringLiteral("\n  %1 ").arg(command.name)), name.constData());
            for (const OptionWord& option : command.options) {
                QVERIFY2(page.contains(onPage(QStringLiteral("--") + option.name)), name.constData());
                QVERIFY(page.contains(onPage(option.help).replace('\'', "\\(aq")));
                QVERIFY(commandHelp(command).contains(QStringLiteral("  --") + option.name));
            }
        }
        for (const OptionWord& option : commonOptions()) {
            QVERIFY2(page.contains("\\fB" + onPage(QStringLiteral("--") + option.name)),
                     qPrintable(option.name));
            QVERIFY(help.contains(QStringLiteral("  --") + option.name));
        }
        for (const OptionWord& option : sharedOptions())
            QVERIFY(programManual().contains("\\fB" + onPage(QStringLiteral("--") + option.name)));
        for (const ExitWord& word : exitStatuses()) {
            const QString status = QString::number(static_cast<int>(word.status));
            QVERIFY(page.contains("\\fB" + status.toUtf8() + "\\fR\n" + onPage(word.meaning)));
            QVERIFY(help.contains(status + QLatin1Char(' ') + word.meaning));
        }
    }

    // A variable that the program reads and nobody described: found in the header that names them.
    void everyVariableIsDocumented()
    {
        QStringList names;
        static const QRegularExpression constant(QStringLiteral("constexpr auto \\w+ = \"(\\w+)\""));
        const QString header = QString::fromUtf8(test::bytesOf(QStringLiteral(PARCFERME_ENVIRONMENT_HEADER)));
        for (auto found = constant.globalMatch(header); found.hasNext();)
            names.append(found.next().captured(1));
        QVERIFY(names.size() >= 7);
        QStringList described;
        for (const VariableWord& word : environmentVariables())
            described.append(word.name);
        QCOMPARE(described.size(), names.size());
        for (const QString& name : names) {
            QVERIFY2(described.contains(name), qPrintable(name));
            QVERIFY(overviewHelp().contains(QStringLiteral("  %1 ").arg(name)));
            QVERIFY(commandLineManual().contains("\\fB" + name.toUtf8()));
            QVERIFY(environmentFile().contains('\n' + name.toUtf8() + "=\n"));
        }
        QVERIFY(programManual().contains("\\fBDATABASE_URL"));
        QVERIFY(!programManual().contains("API_TOKEN")); // the window serves nobody
    }

    // As it is copied from the page into files.
    void theTimerStandsInTwoFiles()
    {
        QVERIFY(commandLineManual().contains("bin/parcferme\\-weekend\n\n# parcferme\\-weekend.timer\n"));
    }

    void whoAnswersForTheProgramIsNamed()
    {
        for (const QByteArray& page : {commandLineManual(), programManual()})
            for (const char* fact : {PARCFERME_HOMEPAGE, PARCFERME_MAINTAINER})
                QVERIFY2(page.contains(onPage(QString::fromUtf8(fact)).replace("\u00e9", "\\[u00E9]")), fact);
    }

    // To bring it up to date: copy doc/parcferme/examples/env.example from the build's share folder.
    void environmentFileIsTheOneInTheTree()
    {
        QCOMPARE(QString::fromUtf8(test::bytesOf(QStringLiteral(PARCFERME_ENV_EXAMPLE))),
                 QString::fromUtf8(environmentFile()));
    }

    void theBuildWroteWhatIsInstalled()
    {
        const QString share = QStringLiteral(PARCFERME_SHARE);
        QCOMPARE(test::bytesOf(share + QStringLiteral("/man/man1/parcferme-cli.1")), commandLineManual());
        QCOMPARE(test::bytesOf(share + QStringLiteral("/man/man1/parcferme.1")), programManual());
        const QString completions = share + QStringLiteral("/bash-completion/completions");
        QCOMPARE(test::bytesOf(completions + QStringLiteral("/parcferme-cli")), commandLineCompletion());
        QCOMPARE(test::bytesOf(completions + QStringLiteral("/parcferme")), programCompletion());
    }

    void pagesHaveNoWarnings_data()
    {
        QTest::addColumn<QByteArray>("page");
        RoffPage hostile(QStringLiteral("hostile"), QStringLiteral("'.TH \\fB \"quoted\" Fermé"));
        hostile.section(QStringLiteral("A \"quoted\" title"));
        hostile.paragraphs(QStringLiteral(".so /etc/passwd\n'quoted \\n(.z\n\n  .kept --as\n  it is"));
        hostile.entry(QStringLiteral("--x"), QStringLiteral("\\X"), QStringLiteral(".TP"));
        QTest::newRow("parcferme-cli") << commandLineManual();
        QTest::newRow("parcferme") << programManual();
        QTest::newRow("text that looks like requests") << hostile.text();
    }

    void pagesHaveNoWarnings()
    {
        QFETCH(const QByteArray, page);
        if (QStandardPaths::findExecutable(QStringLiteral("groff")).isEmpty())
            QSKIP("groff is not installed (packaging/setup test)");
        for (const char c : page)
            QVERIFY(static_cast<unsigned char>(c) < 128);
        QProcess groff;
        groff.start(QStringLiteral("groff"),
                    {QStringLiteral("-man"), QStringLiteral("-Tutf8"), QStringLiteral("-ww")});
        groff.write(page);
        groff.closeWriteChannel();
        QVERIFY(groff.waitForFinished());
        QCOMPARE(groff.readAllStandardError(), QByteArray());
        const QByteArray shown = groff.readAllStandardOutput();
        if (QByteArray(QTest::currentDataTag()).startsWith("text"))
            for (const char* words : {".so /etc/passwd", "'quoted \\n(.z", ".kept --as", "Ferm\u00e9", ".TP"})
                QVERIFY2(shown.contains(words), shown.constData());
    }

    void bashCompletes()
    {
        const auto cli = [](const char* line) {
            return offered(commandLineCompletion(), QStringLiteral("_parcferme_cli"),
                           QString::fromLatin1(line).split(QLatin1Char(' ')));
        };
        QCOMPARE(cli("parcferme-cli ver"), QStringList{QStringLiteral("verify")});
        QCOMPARE(cli("parcferme-cli ").size(), allCommands().size());
        QCOMPARE(cli("parcferme-cli predict 2025 24 --pre"), QStringList{QStringLiteral("--preview")});
        QCOMPARE(cli("parcferme-cli races --pre"), QStringList()); // not an option of this command
        QCOMPARE(cli("parcferme-cli --database x backtest --st"), QStringList{QStringLiteral("--stage")});
        QCOMPARE(cli("parcferme-cli races --season "), QStringList());
        QCOMPARE(cli("parcferme-cli verify --proof /etc/host"),
                 offered("f() { mapfile -t COMPREPLY < <(compgen -f -- /etc/host); }", QStringLiteral("f"),
                         {QStringLiteral("x")}));
        QCOMPARE(offered(programCompletion(), QStringLiteral("_parcferme"),
                         {QStringLiteral("parcferme"), QStringLiteral("--off")}),
                 QStringList{QStringLiteral("--offline")});
    }

    // --help and --version of the window's program need no display.
    void theProgramHelpsWithoutADisplay()
    {
        for (const char* word : {"--help", "--version", "-h"}) {
            QProcess program;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
            environment.remove(QStringLiteral("DISPLAY"));
            program.setProcessEnvironment(environment);
            program.start(QStringLiteral(PARCFERME), {QString::fromLatin1(word)});
            QVERIFY(program.waitForFinished());
            const QByteArray shown = program.readAllStandardOutput();
            QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
            QVERIFY(!shown.isEmpty());
            if (QByteArray(word) == "--help")
                for (const OptionWord& option : sharedOptions())
                    QVERIFY2(shown.contains("--" + option.name.toUtf8()), shown.constData());
        }
    }
};

QTEST_GUILESS_MAIN(ManualTest)
#include "ManualTest.moc"
