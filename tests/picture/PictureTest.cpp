#include "picture/PictureFile.h"
#include "picture/PicturePainter.h"
#include "picture/PictureWords.h"
#include "support/ForecastSample.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace parcferme;

namespace {

using Moment = SharePicture::Moment;
using Tone = SharePicture::Tone;

const QByteArray Hash = QByteArray("baf08d4c89da").leftJustified(64, '0');

QDateTime at(int day, int hour)
{
    return {QDate(2026, 7, day), QTime(hour, 0), QTimeZone::utc()};
}

RaceDetails race(int drivers)
{
    RaceDetails race;
    race.overview.race.id = 24;
    race.overview.race.year = 2026;
    race.overview.race.round = 10;
    race.overview.race.name = QStringLiteral("Belgian Grand Prix");
    race.overview.race.start = at(19, 13);
    race.overview.race.eventDate = at(19, 13).date();
    race.circuit.name = QStringLiteral("Spa-Francorchamps");
    race.people = sample::people(drivers);
    return race;
}

ForecastView frozen(int drivers, PredictionKind kind = PredictionKind::Live)
{
    ForecastView view = sample::forecast(drivers, kind);
    view.prediction.createdAt = at(18, 18);
    if (kind != PredictionKind::Preview)
        view.prediction.hash = Hash;
    return view;
}

// Judged against the drivers in reverse; see sample::result().
RaceDetails judged(int drivers)
{
    RaceDetails details = race(drivers);
    details.revisions = {sample::result(drivers)};
    EvaluationView view = sample::evaluation();
    view.evaluation.winnerCorrect = false;
    view.evaluation.pointsOverlap = 0.1;
    details.evaluations = {view};
    return details;
}

PickView pick(const QStringList& order)
{
    PickView view;
    view.pick.player = QStringLiteral("Anna");
    view.pick.createdAt = at(19, 12);
    view.pick.hash = Hash;
    for (const QString& driver : order)
        view.pick.entries.push_back(
            {driver, QStringLiteral("team_0"), static_cast<int>(view.pick.entries.size()) + 1});
    return view;
}

QStringList names(const std::vector<SharePicture::Row>& rows)
{
    QStringList names;
    for (const SharePicture::Row& row : rows)
        names << row.driver;
    return names;
}

// The baselines of the lines in the right column, below the large figure.
std::vector<double> baselines(const SharePicture& picture, const QTemporaryDir& folder)
{
    const QString path = folder.filePath(QStringLiteral("baselines.svg"));
    QFile file(path);
    if (!savePicture(path, picture, lightTokens()) || !file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression text(QStringLiteral("<text[^>]* x=\"([0-9.]+)\" y=\"([0-9.]+)\""));
    std::vector<double> lines;
    const QString svg = QString::fromUtf8(file.readAll());
    for (const QRegularExpressionMatch& match : text.globalMatch(svg))
        if (const double y = match.captured(2).toDouble();
            match.captured(1).toDouble() >= 812 && y > 175 && y < 620)
            lines.push_back(y);
    std::ranges::sort(lines);
    const auto [first, last] = std::ranges::unique(lines);
    lines.erase(first, last);
    return lines;
}

// Whether a pixel of this colour lies in the box.
bool holds(const QImage& image, const QRect& box, const QColor& colour)
{
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            if (image.pixelColor(x, y) == colour)
                return true;
    return false;
}

} // namespace

class PictureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beforeTheRaceItHasTheFirstTenAndTheirChances()
    {
        const ForecastView view = frozen(22);
        const SharePicture picture = PictureWords::ofModel(race(22), view, Moment::Before);
        QCOMPARE(picture.badge, QStringLiteral("Prediction, frozen"));
        QCOMPARE(picture.told.size(), std::size_t(10));
        QCOMPARE(picture.told[0].driver, QStringLiteral("José Müller 0"));
        QCOMPARE(picture.told[0].chances.size(), std::size_t(3));
        QCOMPARE(picture.told[0].chances[0].share, view.prediction.entries[0].pWin);
        QVERIFY(picture.caption.contains(QStringLiteral("Müller 0")));
        QVERIFY(picture.became.empty() && picture.links.empty());
        QVERIFY(picture.place.endsWith(QStringLiteral("13:00 UTC")));
    }

    void whatCanBeCheckedStandsOnIt()
    {
        ForecastView view = frozen(20);
        view.voucher = Voucher{QStringLiteral("Some Authority"), at(18, 19), true};
        const SharePicture picture = PictureWords::ofModel(race(20), view, Moment::Before);
        QCOMPARE(picture.made.label, QStringLiteral("Locked"));
        QVERIFY(picture.made.strong.contains(QStringLiteral("18:00 UTC")));
        QCOMPARE(picture.made.text, QStringLiteral("19 h 00 before the start"));
        QVERIFY(picture.stamp.contains(QStringLiteral("Some Authority")));
        QCOMPARE(picture.hash, Hash);
        QCOMPARE(shortDigits(picture.hash), QStringLiteral("baf0 8d4c 89da"));
        const QString words = accessibleText(picture);
        for (const QString& part : {QString::fromLatin1(Hash), picture.made.strong, picture.stamp,
                                    picture.howToCheck, picture.figure})
            QVERIFY2(words.contains(part), qPrintable(part));
    }

    void aPreviewHasNoHashAndSaysSo()
    {
        const SharePicture picture =
            PictureWords::ofModel(race(20), frozen(20, PredictionKind::Preview), Moment::After);
        QCOMPARE(picture.moment, Moment::Before);
        QVERIFY(picture.hash.isEmpty() && picture.howToCheck.isEmpty());
        QCOMPARE(picture.badge, QStringLiteral("Preview, not stored"));
        QVERIFY(!picture.promise.contains(QStringLiteral("locked before")));
        QVERIFY(!accessibleText(picture).contains(QStringLiteral("Hash")));
    }

    void aRetrospectiveOneNeverClaimsToHaveBeenLocked()
    {
        const SharePicture picture =
            PictureWords::ofModel(race(20), frozen(20, PredictionKind::Retrospective), Moment::Before);
        QVERIFY(!accessibleText(picture).contains(QStringLiteral("Locked")));
        QVERIFY(!accessibleText(picture).contains(QStringLiteral("locked before")));
        QCOMPARE(picture.made.label, QStringLiteral("Computed after the race"));
    }

    void afterTheRaceItHasBothOrdersAndTheError()
    {
        const RaceDetails details = judged(20);
        const ForecastView view = frozen(20);
        QVERIFY(PictureWords::hasAfter(details, view));
        const SharePicture picture = PictureWords::ofModel(details, view, Moment::After);
        QCOMPARE(picture.badge, QStringLiteral("Frozen, judged"));
        QCOMPARE(names(picture.told).value(0), QStringLiteral("Müller 0"));
        QCOMPARE(names(picture.became).value(0), QStringLiteral("Müller 19"));
        QCOMPARE(picture.figure, QStringLiteral("2.20"));
        QCOMPARE(picture.comparison.strong, QStringLiteral("grid order 2.60, so 0.40 better"));
        QCOMPARE(picture.comparisonTone, Tone::Better);
        QCOMPARE(picture.checks[0].strong, QStringLiteral("Winner no"));
        QVERIFY(!picture.checks[0].right);
        QVERIFY(picture.checks[0].text.contains(QStringLiteral("Müller 19")));
        QVERIFY(picture.checks[1].strong == QStringLiteral("3 of 3"));
    }

    // Who fell out of the first ten is named, with what became of him; who did not start has no line.
    void whoFellOutIsNamed()
    {
        RaceDetails details = judged(20); // driver 0 did not start, driver 1 retired
        const SharePicture picture = PictureWords::ofModel(details, frozen(20), Moment::After);
        QVERIFY(picture.fellOut.contains(QStringLiteral("Müller 0 (did not start)")));
        QVERIFY(picture.fellOut.contains(QStringLiteral("Müller 1 19 (retired)")));
        for (const SharePicture::Link& link : picture.links)
            QVERIFY(link.from != 1);
        const auto second = std::ranges::find(picture.links, 2, &SharePicture::Link::from);
        QVERIFY(second != picture.links.end());
        QCOMPARE(second->to, 19);
        QCOMPARE(second->tone, Tone::Worse);
    }

    void aDisqualifiedWinnerIsNamedAndDoesNotWin()
    {
        RaceDetails details = judged(22);
        ResultRevision corrected = details.revisions.back();
        ResultRow winner = corrected.rows.front();
        corrected.rows.erase(corrected.rows.begin());
        winner.classification = Classification::Disqualified;
        corrected.rows.insert(corrected.rows.end() - 1, winner);
        for (std::size_t i = 0; i < corrected.rows.size(); ++i)
            corrected.rows[i].position = static_cast<int>(i) + 1;
        corrected.revision = 3;
        details.revisions.push_back(corrected);
        const ForecastView view = frozen(22);
        // The old evaluation is not of this result.
        QVERIFY(!PictureWords::hasAfter(details, view));
        details.evaluations.front().evaluation.resultRevision = 3;
        ForecastView backwards = view;
        std::ranges::reverse(backwards.prediction.entries);
        const SharePicture picture = PictureWords::ofModel(details, backwards, Moment::After);
        QCOMPARE(names(picture.became).value(0), QStringLiteral("Müller 20"));
        QVERIFY2(picture.fellOut.contains(QStringLiteral("Müller 21 21 (disqualified)")),
                 qPrintable(picture.fellOut.join(u';')));
        QVERIFY(accessibleText(picture).contains(QStringLiteral("revision 3")));
    }

    void theSameErrorAsTheGridIsNeitherBetterNorWorse()
    {
        RaceDetails details = judged(20);
        details.evaluations.front().baselines["grid"].positionMae = 2.2004;
        const SharePicture picture = PictureWords::ofModel(details, frozen(20), Moment::After);
        QCOMPARE(picture.comparison.strong, QStringLiteral("grid order 2.20, the same"));
        QCOMPARE(picture.comparisonTone, Tone::Plain);
    }

    void aPersonsOrderHasNoChancesOfItsOwn()
    {
        PickView mine = pick({sample::driverId(3), sample::driverId(0), sample::driverId(1)});
        SharePicture picture = PictureWords::ofPlayer(race(20), mine, Moment::After);
        QVERIFY(picture.own);
        QCOMPARE(picture.moment, Moment::Before);
        QCOMPARE(picture.badge, QStringLiteral("Anna, locked"));
        QVERIFY(picture.told[0].chances.empty());
        QVERIFY(picture.figure.isEmpty());
        QVERIFY(picture.caption.contains(QStringLiteral("Müller 3")));
        mine.pick.winnerChance = 0.4;
        picture = PictureWords::ofPlayer(race(20), mine, Moment::Before);
        QCOMPARE(picture.figure, QStringLiteral("40.0 %"));
        mine.kind = PickKind::Late;
        picture = PictureWords::ofPlayer(race(20), mine, Moment::Before);
        QCOMPARE(picture.badge, QStringLiteral("Anna, too late"));
        QCOMPARE(picture.made.text, QStringLiteral("It counts nowhere."));
    }

    void aPersonIsComparedWithTheModel()
    {
        const ForecastView model = frozen(20);
        QStringList order;
        for (const PredictionEntry& entry : model.prediction.entries)
            order << entry.driver;
        std::swap(order[0], order[1]);
        PickView mine = pick(order);
        SharePicture picture = PictureWords::compared(race(20), mine, model, Moment::Before);
        QCOMPARE(picture.body, SharePicture::Body::Two);
        QCOMPARE(picture.figure, QStringLiteral("0.10")); // two of twenty are one place apart
        QCOMPARE(names(picture.told).value(0), names(picture.became).value(1));

        PickScoreView scores;
        scores.stored.resultRevision = 2;
        scores.stored.starters = 19;
        scores.stored.positionMae = 2.5;
        scores.baselines["grid"].positionMae = 2.6;
        mine.scores = {scores};
        picture = PictureWords::compared(judged(20), mine, model, Moment::After);
        QCOMPARE(picture.figure, QStringLiteral("2.50"));
        QCOMPARE(picture.comparison.strong, QStringLiteral("model 2.20, so 0.30 worse"));
        QVERIFY(accessibleText(picture).contains(QStringLiteral("grid order 2.60")));
    }

    void itIsWrittenAsPngAndSvg()
    {
        const QTemporaryDir folder;
        const SharePicture picture = PictureWords::ofModel(judged(22), frozen(22), Moment::After);
        const QString png = folder.filePath(QStringLiteral("a.png"));
        QVERIFY(savePicture(png, picture, darkTokens()).has_value());
        const QImage image(png);
        QCOMPARE(image.size(), PicturePainter::Size);
        QCOMPARE(image.text(QStringLiteral("Description")), accessibleText(picture));
        QCOMPARE(image.pixelColor(5, 300), darkTokens().accent); // the rail
        QCOMPARE(image.pixelColor(600, 10), darkTokens().base);

        const QString svg = folder.filePath(QStringLiteral("a.SVG"));
        QVERIFY(savePicture(svg, picture, lightTokens()).has_value());
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const QString& part :
             {QStringLiteral("baf0 8d4c 89da"), QStringLiteral("Müller 19"),
              QStringLiteral("<title>Belgian Grand Prix</title>"), QString::fromLatin1(Hash)})
            QVERIFY2(text.contains(part), qPrintable(part));

        const auto gif = savePicture(folder.filePath(QStringLiteral("a.gif")), picture, lightTokens());
        QCOMPARE(gif.error().code, ErrorCode::Usage);
        const auto nowhere = savePicture(folder.filePath(QStringLiteral("no/a.png")), picture, lightTokens());
        QCOMPARE(nowhere.error().code, ErrorCode::Io);
    }

    void theRailTellsTheKind()
    {
        const auto rail = [](const SharePicture& picture) { return pictureImage(picture, lightTokens()); };
        const QRect whole(0, 0, 14, 675), beside(14, 0, 1, 675);
        const QColor accent = lightTokens().accent, muted = lightTokens().muted;
        QImage image = rail(PictureWords::ofModel(race(20), frozen(20), Moment::Before));
        QVERIFY(!holds(image, whole, lightTokens().base));
        image =
            rail(PictureWords::ofModel(race(20), frozen(20, PredictionKind::Retrospective), Moment::Before));
        QVERIFY(holds(image, whole, muted) && !holds(image, whole, accent));
        image = rail(PictureWords::ofModel(race(20), frozen(20, PredictionKind::Preview), Moment::Before));
        QVERIFY(holds(image, whole, accent) && holds(image, whole, lightTokens().base));
        image = rail(PictureWords::ofPlayer(race(20), pick({sample::driverId(0)}), Moment::Before));
        QCOMPARE(image.pixelColor(2, 300), accent);
        QCOMPARE(image.pixelColor(7, 300), lightTokens().base);
        QCOMPARE(image.pixelColor(12, 300), accent);
    }

    // The fullest column there is: a corrected result, a comparison with model and grid, and a stamp.
    void whatStandsInTheRightColumnNeverOverlaps()
    {
        RaceDetails details = judged(22);
        details.revisions.back().revision = 2;
        ForecastView model = frozen(22);
        QStringList order;
        for (const PredictionEntry& entry : model.prediction.entries)
            order << entry.driver;
        PickView mine = pick(order);
        mine.voucher = Voucher{QStringLiteral("The Time Stamping Authority of Somewhere"), at(19, 12), true};
        PickScoreView scores;
        scores.stored.resultRevision = 2;
        scores.stored.starters = 22;
        scores.stored.positionMae = 2.5;
        scores.baselines["grid"].positionMae = 2.6;
        mine.scores = {scores};
        const SharePicture picture = PictureWords::compared(details, mine, model, Moment::After);
        QCOMPARE(picture.moment, Moment::After);
        const QTemporaryDir folder;
        const std::vector<double> lines = baselines(picture, folder);
        QVERIFY2(lines.size() >= 13, qPrintable(QString::number(lines.size())));
        for (std::size_t i = 1; i < lines.size(); ++i)
            QVERIFY2(lines[i] - lines[i - 1] >= 16,
                     qPrintable(QStringLiteral("%1, then %2").arg(lines[i - 1]).arg(lines[i])));
    }

    // A name of the greatest length leaves room for the title, and does not hide what became of the picks.
    void aLongNameInTheBadgeLeavesRoomForTheTitle()
    {
        PickView mine = pick({sample::driverId(0)});
        mine.pick.player = QString(63, u'W');
        const QImage image =
            pictureImage(PictureWords::ofPlayer(race(20), mine, Moment::Before), lightTokens());
        QVERIFY(holds(image, QRect(52, 38, 400, 30), lightTokens().text));
        QVERIFY(holds(image, QRect(600, 38, 500, 30), lightTokens().accent));
        QVERIFY(!holds(image, QRect(1160, 38, 40, 30), lightTokens().accent));
    }

    void whoIsNotInTheOthersTopTenIsNamed()
    {
        const ForecastView model = frozen(20);
        QStringList order;
        for (const PredictionEntry& entry : model.prediction.entries)
            order << entry.driver;
        std::swap(order[2], order[14]);
        const SharePicture picture = PictureWords::compared(race(20), pick(order), model, Moment::Before);
        QCOMPARE(picture.fellOut.size(), 1);
        QVERIFY2(picture.fellOut[0].endsWith(QStringLiteral(" 15")), qPrintable(picture.fellOut[0]));
    }

    // Nothing leaves its column, however long the names are.
    void longNamesAreCut()
    {
        RaceDetails details = judged(22);
        for (Driver& driver : details.people.drivers)
            driver.familyName = QStringLiteral("Wittgenstein-Hohenzollern of Somewhere");
        details.overview.race.name = QString(20, u'W') + QStringLiteral(" Grand Prix of a Very Long Name");
        for (const Moment moment : {Moment::Before, Moment::After}) {
            const SharePicture picture = PictureWords::ofModel(details, frozen(22), moment);
            const QImage image = pictureImage(picture, lightTokens());
            QVERIFY(!holds(image, QRect(1160, 0, 40, 620), lightTokens().text));
            QVERIFY(!holds(image, QRect(775, 130, 12, 440), lightTokens().text));
            QVERIFY(!holds(image, QRect(790, 130, 20, 440), lightTokens().text));
        }
    }
};

QTEST_MAIN(PictureTest)
#include "PictureTest.moc"
