#include "support/PicksSample.h"

#include "ui/session/PickHeader.h"
#include "ui/session/PickOffer.h"

#include <QLocale>
#include <QTest>

using namespace parcferme;
using namespace Qt::StringLiterals;

namespace {

// Six drivers and their forecast, 21 hours before the start.
struct Page
{
    Page()
    {
        race.overview.race.name = u"Hungarian Grand Prix"_s;
        race.overview.race.start = picks.start;
        race.overview.race.eventDate = picks.start.date();
        race.people = sample::people(6);
        forecast.prediction.createdAt = picks.start.addDays(-1);
    }
    HeaderState state(PlayerView players, bool hidden = false) const
    {
        HeaderState state = HeaderWords::state(race, &forecast, now(), hidden);
        PickHeader::put(state, players, race, &forecast, picks, now(), hidden);
        return state;
    }
    static QString fact(const HeaderState& state, const QString& label)
    {
        for (const HeaderFact& fact : state.facts)
            if (fact.label == label)
                return fact.value;
        return u"none"_s;
    }
    QDateTime now() const { return picks.start.addSecs(-21 * 3600); }

    PicksView picks = sample::picks(6);
    RaceDetails race;
    ForecastView forecast = sample::forecast(6);
};

PickDraft draft(const QStringList& places, std::optional<double> chance)
{
    PickDraft draft;
    draft.places = places;
    draft.winnerChance = chance;
    draft.savedAt = QDateTime(QDate(2025, 12, 6), QTime(18, 11), QTimeZone::utc());
    return draft;
}

} // namespace

class PickHeaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aDraft()
    {
        Page page;
        page.picks.state = PickState::Draft;
        QStringList places = sample::order(6);
        places[5].clear();
        page.picks.draft = draft(places, 0.45);
        const HeaderState state = page.state(PlayerView::Mine);
        QVERIFY(!state.kind); // the model's badge is not mine
        QVERIFY(state.mine == PickState::Draft && state.railOfMine);
        QVERIFY(state.hash.isEmpty() && state.myHash.isEmpty());
        QCOMPARE(Page::fact(state, u"Filled in"_s), u"5 of 6 drivers"_s);
        QCOMPARE(Page::fact(state, u"Winner"_s), u"Müller 0, 45 %"_s);
        QCOMPARE(Page::fact(state, u"Saved"_s), u"6 Dec 18:11, a draft"_s);
        QVERIFY(Page::fact(state, u"Model"_s).startsWith(u"Frozen, "_s));
        QVERIFY(Page::fact(state, u"From the model"_s).endsWith(u" places apart"_s));
        QCOMPARE(state.large, u"21 h 0 min"_s);
        QVERIFY(state.caption.startsWith(u"to the lock, at the start, "_s));
        QCOMPARE(state.shortCaption, u"to the lock"_s);
        // The model's own header is as ever.
        const HeaderState model = page.state(PlayerView::Model);
        QVERIFY(model.kind && !model.mine && !model.railOfMine);
        // Without the model nothing is said about it.
        HeaderState blind = HeaderWords::state(page.race, nullptr, page.now(), false);
        PickHeader::put(blind, PlayerView::Mine, page.race, nullptr, page.picks, page.now(), false);
        QCOMPARE(Page::fact(blind, u"From the model"_s), u"none"_s);
        QCOMPARE(Page::fact(blind, u"Model"_s), u"none"_s);
    }

    void howFarItIsFromTheModel()
    {
        Page page;
        page.picks.state = PickState::Draft;
        QStringList places;
        for (const PredictionEntry& entry : page.forecast.prediction.entries)
            places << entry.driver;
        page.picks.draft = draft(places, {});
        QCOMPARE(Page::fact(page.state(PlayerView::Mine), u"From the model"_s), u"0.00 places apart"_s);
        std::swap(places[0], places[3]);
        page.picks.draft = draft(places, {});
        QCOMPARE(Page::fact(page.state(PlayerView::Mine), u"From the model"_s), u"1.00 places apart"_s);
    }

    void lockedAndJudgedBesideTheModel()
    {
        Page page;
        page.picks = sample::lockedPicks(6);
        HeaderState state = page.state(PlayerView::Compare);
        QVERIFY(state.kind && state.mine == PickState::Locked && state.railOfMine);
        QCOMPARE(state.myHash, page.picks.mine->pick.hash);
        QVERIFY(Page::fact(state, u"Mine locked"_s).endsWith(u", 8 min before"_s));
        PickScoreView scores;
        scores.scores = sample::scores(2.36);
        scores.baselines["model"] = sample::scores(2.73);
        scores.baselines["grid"] = sample::scores(2.45);
        page.picks.mine->scores = {scores};
        state = page.state(PlayerView::Mine);
        QCOMPARE(state.large, u"2.36 positions"_s);
        QCOMPARE(state.caption, u"my mean error; model 2.73, grid 2.45"_s);
        QCOMPARE(state.shortCaption, u"my mean error"_s);
        QCOMPARE(page.state(PlayerView::Mine, true).large, u"Hidden"_s);
        // One that came too late has no figure.
        page.picks.mine->kind = PickKind::Late;
        QVERIFY(page.state(PlayerView::Mine).large != u"2.36 positions"_s);
    }

    void nothingIsLockedInNoTime()
    {
        Page page;
        page.picks = sample::lockedPicks(6);
        page.picks.mine->pick.createdAt = page.picks.start.addSecs(-40);
        QVERIFY(Page::fact(page.state(PlayerView::Compare), u"Mine locked"_s)
                    .endsWith(u", less than 1 min before"_s));
    }

    void aWindowThatIsOverdueDoesNotOpenInThePast()
    {
        PicksView picks = sample::picks(6);
        picks.mine.reset();
        picks.window.open = false;
        picks.window.policy = FreezePolicy::PostQualifying;
        picks.window.opens = picks.start.addSecs(-21 * 3600);
        const auto why = [&](int seconds) {
            return PickOffer::of(picks, 0, picks.window.opens->addSecs(seconds)).why;
        };
        QVERIFY2(why(-60).contains(u", about "_s), qPrintable(why(-60)));
        QVERIFY2(why(3600).contains(u", expected about "_s), qPrintable(why(3600)));
    }

    // After the start the model's figure is not called mine.
    void whatWasNotLockedHasNoFigure()
    {
        Page page;
        const auto large = [&](PlayerView players) {
            HeaderState state;
            state.large = u"2.73 positions"_s;
            PickHeader::put(state, players, page.race, &page.forecast, page.picks,
                            page.picks.start.addSecs(7200), false);
            return state.large;
        };
        QCOMPARE(large(PlayerView::Mine), u"No picks"_s);
        page.picks.state = PickState::Late;
        page.picks.draft = draft(sample::order(6), {});
        QCOMPARE(large(PlayerView::Mine), u"Not counted"_s);
        QCOMPARE(large(PlayerView::Compare), u"2.73 positions"_s);
    }

    void whatTheButtonDoes()
    {
        using Role = PickOffer::Role;
        PicksView picks = sample::picks(6);
        const QDateTime before = picks.start.addSecs(-3600);
        PickOffer offer = PickOffer::of(picks, 6, before);
        QVERIFY(offer.role == Role::Early && offer.complete);
        QCOMPARE(offer.why, u"opens when qualifying is published"_s);
        picks.window.opens = QDateTime(QDate(2025, 12, 6), QTime(18, 0), QTimeZone::utc());
        QCOMPARE(PickOffer::of(picks, 6, before).why,
                 u"opens when qualifying is published, expected about Sat 18:00"_s);
        picks.window.policy = FreezePolicy::TMinus;
        QCOMPARE(PickOffer::of(picks, 6, before).why, u"opens Sat 18:00"_s);
        picks.window.open = true;
        QVERIFY(PickOffer::of(picks, 6, before).role == Role::Lock);
        offer = PickOffer::of(picks, 4, before);
        QVERIFY(!offer.complete);
        QCOMPARE(offer.why, u"2 places are empty."_s);
        QVERIFY(PickOffer::of(picks, 6, picks.start).role == Role::TooLate);
        QVERIFY(PickOffer::of(sample::lockedPicks(6), 6, before).role == Role::Locked);
    }
};

QTEST_GUILESS_MAIN(PickHeaderTest)
#include "PickHeaderTest.moc"
