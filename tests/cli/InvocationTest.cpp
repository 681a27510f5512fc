#include "cli/Invocation.h"
#include "cli/Command.h"

#include <QTest>

using namespace parcferme;

class InvocationTest : public QObject
{
    Q_OBJECT

private:
    static Result<Invocation> parse(const char* words)
    {
        const QList<OptionWord> known = {{QStringLiteral("preview"), {}, {}},
                                         {QStringLiteral("from"), QStringLiteral("Y"), {}}};
        return parseInvocation(QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts), known);
    }

private Q_SLOTS:
    void optionsStandAnywhere()
    {
        const auto call = parse("--json predict 2025 --preview monaco --from=2022");
        QVERIFY(call);
        QCOMPARE(call->command, QStringLiteral("predict"));
        QCOMPARE(call->arguments, (QStringList{QStringLiteral("2025"), QStringLiteral("monaco")}));
        QVERIFY(call->format == Invocation::Format::Json);
        QVERIFY(call->has(QStringLiteral("preview")));
        QCOMPARE(call->number(QStringLiteral("from")).value().value(), 2022);
        QVERIFY(!call->number(QStringLiteral("to")).value());
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("unknown option") << QByteArray("races --jason") << QByteArray("--jason");
        QTest::newRow("no value") << QByteArray("races --from") << QByteArray("--from needs a value");
        QTest::newRow("a value too much")
            << QByteArray("races --preview=1") << QByteArray("--preview takes no value");
        QTest::newRow("two formats") << QByteArray("races --json --csv") << QByteArray("exclude each other");
        QTest::newRow("no time") << QByteArray("races --as-of tomorrow") << QByteArray("tomorrow");
    }

    void mistakesAreNamed()
    {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, named);
        const auto call = parse(words.constData());
        QVERIFY(!call);
        QVERIFY(call.error().code == ErrorCode::Usage);
        QVERIFY2(call.error().message.contains(QString::fromLatin1(named)), qPrintable(call.error().message));
    }

    void everyCommandHasAFileOfHelp()
    {
        const QString overview = overviewHelp();
        for (const Command& command : allCommands()) {
            QVERIFY(command.run);
            QVERIFY(!command.summary.isEmpty());
            QVERIFY(overview.contains(command.name));
            QVERIFY(commandHelp(command).contains(command.summary));
        }
    }

    void exitStatusesAreTheContract()
    {
        QVERIFY(exitStatusOf(ErrorCode::Usage) == ExitStatus::Usage);
        QVERIFY(exitStatusOf(ErrorCode::Ambiguous) == ExitStatus::Usage);
        QVERIFY(exitStatusOf(ErrorCode::NotFound) == ExitStatus::Usage);
        QVERIFY(exitStatusOf(ErrorCode::PolicyRefused) == ExitStatus::Refused);
        QVERIFY(exitStatusOf(ErrorCode::Verification) == ExitStatus::NotVerified);
        QVERIFY(exitStatusOf(ErrorCode::Network) == ExitStatus::Failed);
        QCOMPARE(static_cast<int>(ExitStatus::NotVerified), 4);
    }
};

QTEST_GUILESS_MAIN(InvocationTest)
#include "InvocationTest.moc"
