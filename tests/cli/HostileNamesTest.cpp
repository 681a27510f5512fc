#include "support/ProgramRun.h"
#include "support/ServerThread.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace parcferme;
using test::Ran;

namespace {

QString fromUtf8(const char* text)
{
    return QString::fromUtf8(text);
}

// Names as nobody should have them, and how they are stored: without what cannot be seen.
struct Hostile
{
    QString sent;
    QString stored;
};

const Hostile Givens[] = {
    {fromUtf8("Robert'); DROP TABLE drivers;--"), fromUtf8("Robert'); DROP TABLE drivers;--")},
    {fromUtf8("=HYPERLINK(\"http://127.0.0.1/\";\"x\")"),
     fromUtf8("=HYPERLINK(\"http://127.0.0.1/\";\"x\")")},
    {fromUtf8("<img src=x onerror=alert(1)><b>Bold</b>"),
     fromUtf8("<img src=x onerror=alert(1)><b>Bold</b>")},
    {fromUtf8("\u202eevil\u200b"), fromUtf8("evil")},
    {QString(10000, QChar(u'x')), QString(10000, QChar(u'x'))},
    {fromUtf8("a,b\"c%s%n{}"), fromUtf8("a,b\"c%s%n{}")},
};

const QString RaceName = fromUtf8("@Monaco'); DELETE FROM races;-- <i>../../GP</i>");

// The recorded answer with every given name, in turn, and the name of Monaco's race replaced.
QByteArray withHostileNames(const QByteArray& answer)
{
    QJsonObject root = QJsonDocument::fromJson(answer).object();
    QJsonObject data = root.value(QLatin1StringView("MRData")).toObject();
    QJsonObject table = data.value(QLatin1StringView("RaceTable")).toObject();
    QJsonArray races = table.value(QLatin1StringView("Races")).toArray();
    for (auto&& race : races) {
        QJsonObject fields = race.toObject();
        if (fields.value(QLatin1StringView("round")) == QLatin1StringView("8"))
            fields.insert(QLatin1StringView("raceName"), RaceName);
        QJsonArray rows = fields.value(QLatin1StringView("Results")).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QJsonObject row = rows[i].toObject();
            QJsonObject driver = row.value(QLatin1StringView("Driver")).toObject();
            driver.insert(QLatin1StringView("givenName"), Givens[std::size_t(i) % std::size(Givens)].sent);
            row.insert(QLatin1StringView("Driver"), driver);
            rows[i] = row;
        }
        if (!rows.isEmpty())
            fields.insert(QLatin1StringView("Results"), rows);
        race = fields;
    }
    table.insert(QLatin1StringView("Races"), races);
    data.insert(QLatin1StringView("RaceTable"), table);
    root.insert(QLatin1StringView("MRData"), data);
    return QJsonDocument(root).toJson();
}

LoopbackServer::Answer answerTo(const LoopbackServer::Asked& asked)
{
    if (asked.target.contains("/results"))
        return ServerThread::json(withHostileNames(ServerThread::recorded("results-2024-monaco.json")));
    if (asked.target.contains("/2024/races") || asked.target.contains("/2024.json"))
        return ServerThread::json(withHostileNames(ServerThread::recorded("calendar-2024.json")));
    return ServerThread::json(ServerThread::Empty);
}

} // namespace

// A source that is hostile, or only careless: its names go through the program, from the network to the
// export, and do nothing on the way.
class HostileNamesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir home_;
    ServerThread server_{answerTo};

    Ran run(const QStringList& arguments) const
    {
        return test::run(
            arguments + QStringList{QStringLiteral("--database"),
                                    QStringLiteral("sqlite:///") + home_.filePath(QStringLiteral("p.sqlite")),
                                    QStringLiteral("--cache"), home_.filePath(QStringLiteral("cache")),
                                    QStringLiteral("--api"), server_.url().toString()});
    }

    static bool isHarmlessOnATerminal(const QByteArray& out)
    {
        const QString text = QString::fromUtf8(out);
        return std::none_of(text.begin(), text.end(), [](QChar c) {
            return (c.category() == QChar::Other_Control && c != u'\n' && c != u'\r') ||
                   c.category() == QChar::Other_Format;
        });
    }

    // The rows of an exported table as RFC 4180 has them.
    QList<QStringList> exported(const char* table) const
    {
        QFile file(home_.filePath(QStringLiteral("out/%1.csv").arg(QLatin1StringView(table))));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(file.readAll());
        QList<QStringList> rows{{QString()}};
        bool quoted = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (quoted ? c == u'"' && text.mid(i + 1, 1) == u'"' : false)
                rows.back().back() += text[++i];
            else if (c == u'"')
                quoted = !quoted;
            else if (!quoted && c == u',')
                rows.back().append(QString());
            else if (!quoted && c == u'\n')
                rows.append(QStringList{QString()});
            else if (quoted || c != u'\r')
                rows.back().back() += c;
        }
        rows.removeLast();
        return rows;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(run({QStringLiteral("predict"), QStringLiteral("2024"), QStringLiteral("8")}).status, 0);
        const Ran synced = run({QStringLiteral("sync"), QStringLiteral("2024"), QStringLiteral("8")});
        QVERIFY2(synced.status == 0, synced.err.constData());
        QVERIFY2(isHarmlessOnATerminal(synced.out + synced.err), synced.out.constData());
    }

    void theyAreShown_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char* line : {"races --season 2024", "results 2024 8", "predict 2024 8",
                                 "prediction 2024 8", "metrics 2024 8", "explain 2024 8 leclerc"})
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
    }

    void theyAreShown()
    {
        QFETCH(QStringList, arguments);
        const Ran ran = run(arguments);
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY2(isHarmlessOnATerminal(ran.out + ran.err), ran.out.left(2000).constData());
        const Ran json = run(arguments + QStringList{QStringLiteral("--json")});
        QVERIFY2(!QJsonDocument::fromJson(json.out).isNull(), json.out.left(2000).constData());
    }

    void theyAreSearched()
    {
        for (const QString& part : {RaceName, QStringLiteral("monaco'); delete"), QStringLiteral("<i>../")}) {
            const Ran ran = run({QStringLiteral("results"), QStringLiteral("2024"), part});
            QVERIFY2(ran.status == 0, ran.err.constData());
        }
        QCOMPARE(
            run({QStringLiteral("results"), QStringLiteral("2024"), QStringLiteral("' OR 1=1 --")}).status,
            2);
    }

    void theyAreExported()
    {
        const QString out = home_.filePath(QStringLiteral("out"));
        const Ran ran = run({QStringLiteral("export"), out});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QStringList givens;
        for (const QStringList& row : exported("drivers"))
            givens.append(row.value(2));
        QCOMPARE(givens.value(0), QStringLiteral("given_name"));
        for (const Hostile& name : Givens) {
            const bool formula = name.stored.startsWith(u'=');
            QVERIFY2(givens.contains(formula ? u'\'' + name.stored : name.stored), qPrintable(name.stored));
        }
        QStringList races;
        for (const QStringList& row : exported("races"))
            races.append(row.value(3));
        QVERIFY(races.contains(u'\'' + RaceName));
        QVERIFY(races.size() > 300); // nothing was deleted
        const auto results = exported("race_results");
        for (const QString& cell : results.value(1)) // numbers are never touched
            QVERIFY2(!cell.startsWith(u'\''), qPrintable(cell));
    }

    void theLedgerFits()
    {
        const Ran verified = run({QStringLiteral("verify")});
        QVERIFY2(verified.status == 0, verified.err.constData());
    }
};

QTEST_GUILESS_MAIN(HostileNamesTest)
#include "HostileNamesTest.moc"
