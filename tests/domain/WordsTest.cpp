#include "domain/Words.h"

#include <QTest>

using namespace parcferme;

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordReadsBack()
    {
        check({RaceStatus::Scheduled, RaceStatus::Completed, RaceStatus::Cancelled},
              "scheduled completed cancelled", raceStatusFromString);
        check({Classification::Classified, Classification::Retired, Classification::NotClassified,
               Classification::Disqualified, Classification::DidNotStart, Classification::DidNotQualify,
               Classification::Excluded},
              "classified retired not_classified disqualified did_not_start did_not_qualify excluded",
              classificationFromString);
        check({Stage::Nothing, Stage::Qualifying, Stage::Grid}, "nothing qualifying grid", stageFromString);
        check({PredictionKind::Live, PredictionKind::Retrospective, PredictionKind::Preview},
              "live retrospective preview", predictionKindFromString);
        check({ConfidenceLevel::Low, ConfidenceLevel::Medium, ConfidenceLevel::High}, "LOW MEDIUM HIGH",
              confidenceLevelFromString);
        check({FreezePolicy::PostQualifying, FreezePolicy::TMinus}, "post_qualifying t-minus",
              freezePolicyFromString);
    }

    void anUnknownWordIsNamed()
    {
        for (const char* word : {"", "Scheduled", "done", "scheduled "}) {
            auto status = raceStatusFromString(QString::fromLatin1(word));
            QVERIFY(!status.has_value());
            QCOMPARE(status.error().code, ErrorCode::Data);
            QVERIFY(status.error().message.contains(QLatin1Char('"') + QString::fromLatin1(word) +
                                                    QLatin1Char('"')));
        }
        QVERIFY(!confidenceLevelFromString(QStringLiteral("high")));
        QVERIFY(!classificationFromString(QStringLiteral("finished")));
    }

private:
    template <typename T, typename FromString>
    static void check(std::initializer_list<T> values, const char* words, FromString fromString)
    {
        QStringList written;
        for (const T value : values) {
            written.append(toString(value));
            auto back = fromString(written.back());
            QVERIFY(back.has_value());
            QVERIFY(*back == value);
        }
        QCOMPARE(written.join(QLatin1Char(' ')), QString::fromLatin1(words));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "WordsTest.moc"
