#include "service/Call.h"

#include <QTest>

using namespace parcferme;

class CallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targetsAreDecoded()
    {
        const auto target =
            Target::parse("/results/sync/2025/S%C3%A3o%20Paulo%2fX?race=Abu+Dhabi&year=2025&x&=y");
        QVERIFY(target);
        QCOMPARE(target->segments, (QStringList{QStringLiteral("results"), QStringLiteral("sync"),
                                                QStringLiteral("2025"), QStringLiteral("São Paulo/X")}));
        QCOMPARE(target->query.size(), 4);
        QCOMPARE(target->query[0].second, QStringLiteral("Abu Dhabi"));
    }

    void targetsThatCannotBeDecodedAreRefused()
    {
        for (const char* target :
             {"/%", "/%4", "/%4g", "/%zz", "/%ff", "/%c3%28", "/%00", "/%0d%0aX", "/a?b=%", "/a?%e9=1"}) {
            const auto parsed = Target::parse(target);
            QVERIFY2(!parsed, target);
            QCOMPARE(parsed.error().status, 400);
        }
    }
};

QTEST_GUILESS_MAIN(CallTest)
#include "CallTest.moc"
