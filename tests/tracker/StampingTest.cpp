#include "TrackerFixture.h"
#include "support/StampAuthority.h"

#include "tracker/LedgerProof.h"
#include "tracker/StampKeeper.h"

#include <QSignalSpy>

using namespace parcferme;
using namespace std::chrono_literals;

namespace {

// What the authority behind the tracker does when it is asked.
enum class Manner { Right, OtherHash, OtherNonce, Stranger, Expired, Garbage, OutOfReach };

class FakeAuthority final : public TimestampAuthority
{
public:
    struct State
    {
        Manner manner = Manner::Right;
        int asked = 0;
    };

    FakeAuthority(const StampAuthority& openssl, State& state) : openssl_(openssl), state_(state) {}

    QCoro::Task<Result<QByteArray>> ask(QByteArray request, Progress) override
    {
        ++state_.asked;
        co_return answer(request);
    }

private:
    Result<QByteArray> answer(const QByteArray& request) const
    {
        // Version, algorithm and length stand before the hash in every request.
        const QByteArray hash = request.mid(request.indexOf(QByteArray::fromHex("0420")) + 2, 32).toHex();
        switch (state_.manner) {
        case Manner::Right:
            return openssl_.answer(request);
        case Manner::OtherHash:
            return openssl_.answer(openssl_.foreignRequest(QByteArray(64, 'b')));
        case Manner::OtherNonce:
            return openssl_.answer(openssl_.foreignRequest(hash));
        case Manner::Stranger:
            return openssl_.answer(request, StampAuthority::Signer::Stranger);
        case Manner::Expired:
            return openssl_.answer(request, StampAuthority::Signer::Expired);
        case Manner::Garbage:
            return QByteArray("<html>Bad gateway</html>");
        case Manner::OutOfReach:
            return fail(ErrorCode::Network, QStringLiteral("no route to the authority."));
        }
        return QByteArray();
    }

    const StampAuthority& openssl_;
    State& state_;
};

// A tracker at the real present, for openssl knows no other, whose ledger an authority stamps.
struct Stamped
{
    explicit Stamped(const StampAuthority& openssl) : fixture("2026-05-30T12:00:00Z", withHistory())
    {
        fixture.clock.set(QDateTime::currentDateTimeUtc());
        fixture.settings.timestampCertificates = openssl.rootFile();
        fixture.settings.player = QStringLiteral("robin");
        fixture.makeAuthority = [this, &openssl] { return std::make_unique<FakeAuthority>(openssl, state); };
        fixture.open();
        fixture.source->reachable = false;
    }

    // Merging the history takes longer than all the rest: once will do.
    static QString withHistory()
    {
        static const QTemporaryDir folder;
        static const QString copy = folder.filePath(QStringLiteral("merged.sqlite"));
        if (!QFile::exists(copy)) {
            const TrackerFixture merged("2026-05-30T12:00:00Z");
            static_cast<void>(merged.connection()->copyTo(copy));
        }
        return copy;
    }

    Tracker& tracker() { return *fixture.tracker; }

    // Freezes a retrospective prediction of a round of 2025.
    Race predict(int round)
    {
        const Race race = tracker().findRace(2025, QString::number(round)).value();
        const auto made = test::await(tracker().predict(race.id, {}, Progress()));
        if (!made || !made->created)
            qFatal("Round %d is not predicted.", round);
        return race;
    }

    Result<std::optional<LedgerStamp>> stamp()
    {
        fixture.clock.set(QDateTime::currentDateTimeUtc());
        return test::await(tracker().stampHead(Progress()));
    }

    void change(const char* sql)
    {
        const auto database = fixture.connection();
        const auto done = database->run(QString::fromLatin1(sql));
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }

    std::optional<Voucher> voucher(const Race& race)
    {
        return tracker().prediction(race.id).value()->voucher;
    }

    FakeAuthority::State state; // outlives the tracker
    TrackerFixture fixture;
};

} // namespace

class StampingTest : public QObject
{
    Q_OBJECT

    StampAuthority openssl_;

private Q_SLOTS:
    void theHeadIsStampedOnce()
    {
        Stamped f(openssl_);
        QCOMPARE(f.stamp().value(), std::nullopt); // an empty ledger has nothing to stamp
        QCOMPARE(f.state.asked, 0);
        const Race race = f.predict(1);
        QVERIFY(!f.voucher(race));
        QSignalSpy told(&f.tracker(), &Tracker::ledgerStamped);
        const auto stamp = f.stamp();
        QVERIFY2(stamp, stamp ? "" : qPrintable(stamp.error().text()));
        QVERIFY(stamp->has_value());
        QCOMPARE((*stamp)->authority, StampAuthority::name());
        QCOMPARE((*stamp)->hash, f.tracker().ledger()->head);
        QVERIFY(openssl_.accepts((*stamp)->token, (*stamp)->hash));
        QCOMPARE(told.size(), 1);
        QCOMPARE(f.stamp().value(), std::nullopt);
        QCOMPARE(f.state.asked, 1);
        const auto voucher = f.voucher(race);
        QVERIFY(voucher);
        QCOMPARE(voucher->authority, StampAuthority::name());
        QCOMPARE(voucher->time, (*stamp)->stampedAt);
        QVERIFY(!voucher->beforeStart);
    }

    void nobodyIsAskedWithoutAnAuthority()
    {
        TrackerFixture f("2026-05-30T12:00:00Z");
        QCOMPARE(test::await(f.tracker->stampHead(Progress())).value(), std::nullopt);
    }

    void whatIsNoStampIsNotKept_data()
    {
        QTest::addColumn<int>("manner");
        QTest::addColumn<QString>("words");
        QTest::addRow("other hash") << int(Manner::OtherHash) << QStringLiteral("another hash");
        QTest::addRow("other nonce") << int(Manner::OtherNonce) << QStringLiteral("another request");
        QTest::addRow("stranger") << int(Manner::Stranger) << QStringLiteral("no trusted certificate");
        QTest::addRow("expired") << int(Manner::Expired) << QStringLiteral("was not valid at that time");
        QTest::addRow("garbage") << int(Manner::Garbage) << QStringLiteral("no answer of a time-stamping");
        QTest::addRow("out of reach") << int(Manner::OutOfReach) << QStringLiteral("no route");
    }

    void whatIsNoStampIsNotKept()
    {
        QFETCH(int, manner);
        QFETCH(QString, words);
        Stamped f(openssl_);
        const Race race = f.predict(1);
        f.state.manner = Manner(manner);
        const auto stamp = f.stamp();
        QVERIFY(!stamp);
        QVERIFY2(stamp.error().message.contains(words), qPrintable(stamp.error().text()));
        QVERIFY(f.tracker().ledger()->stampTrouble.contains(words));
        QVERIFY(!f.voucher(race));
        QVERIFY(f.tracker().verify(Progress())->problems.isEmpty());
        // It is asked for again later.
        f.state.manner = Manner::Right;
        QVERIFY(f.stamp().value());
        QVERIFY(f.tracker().ledger()->stampTrouble.isEmpty());
        QVERIFY(f.voucher(race));
    }

    void anAnswerOfAnotherTimeIsNotKept()
    {
        Stamped f(openssl_);
        f.predict(1);
        f.fixture.clock.set(QDateTime::currentDateTimeUtc().addSecs(3600));
        const auto stamp = test::await(f.tracker().stampHead(Progress()));
        QVERIFY(!stamp);
        QVERIFY(stamp.error().message.contains(QStringLiteral("not the present")));
    }

    void aStampIsOverAllBeforeIt()
    {
        Stamped f(openssl_);
        const Race first = f.predict(1), second = f.predict(2);
        QVERIFY(f.stamp().value());
        const Race third = f.predict(3);
        QVERIFY(f.voucher(first) && f.voucher(second) && !f.voucher(third));
        const auto report = f.tracker().verify(Progress());
        QVERIFY(report && report->problems.isEmpty() && report->stampNotes.isEmpty());
        QCOMPARE(report->predictions.size(), std::size_t(3));
        QVERIFY(report->predictions[0].voucher && report->predictions[1].voucher);
        QVERIFY(!report->predictions[2].voucher);
        QVERIFY(f.stamp().value());
        QVERIFY(f.voucher(third));
        QCOMPARE(f.tracker().ledger()->predictions[0].voucher->time, f.voucher(first)->time);
    }

    void beforeTheStartIsByTheStartThatIsKnown()
    {
        Stamped f(openssl_);
        const Race race = f.predict(1);
        QVERIFY(f.stamp().value());
        QVERIFY(!f.tracker().verify(Progress())->predictions[0].voucher->beforeStart);
        f.change("UPDATE races SET event_date = '2199-03-16', start_time = '2199-03-16T04:00:00Z' "
                 "WHERE year = 2025 AND round = 1");
        QVERIFY(f.tracker().verify(Progress())->predictions[0].voucher->beforeStart);
        QVERIFY(f.voucher(race)->beforeStart);
        QVERIFY(f.tracker().proof()->contains(" before-start "));
    }

    void changedStampsAreFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("words");
        QTest::addRow("time") << QByteArray("UPDATE ledger_stamps SET stamped_at = '2025-01-01T00:00:00Z'")
                              << QStringLiteral("another authority or time");
        QTest::addRow("authority") << QByteArray("UPDATE ledger_stamps SET authority = 'FIA'")
                                   << QStringLiteral("another authority or time");
        QTest::addRow("token") << QByteArray("UPDATE ledger_stamps SET token = x'3000'")
                               << QStringLiteral("no answer of a time-stamping");
        QTest::addRow("moved to another record")
            << QByteArray("UPDATE ledger_stamps SET hash = (SELECT hash FROM predictions WHERE id = 2)")
            << QStringLiteral("another hash");
    }

    void changedStampsAreFound()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, words);
        Stamped f(openssl_);
        f.predict(1);
        QVERIFY(f.stamp().value());
        f.predict(2);
        f.change("DROP TRIGGER ledger_stamps_no_update");
        f.change(sql.constData());
        const auto report = f.tracker().verify(Progress());
        QCOMPARE(report->problems.size(), 1);
        QVERIFY2(report->problems[0].contains(words), qPrintable(report->problems[0]));
        QVERIFY(!report->predictions[0].voucher && !report->predictions[1].voucher);
    }

    // The chain of a ledger that was written anew fits by itself; what was stamped of the old one does not.
    void aLedgerWrittenAnewIsFound()
    {
        Stamped f(openssl_);
        f.predict(1);
        QVERIFY(f.stamp().value());
        for (const char* sql :
             {"DROP TRIGGER prediction_entries_no_delete", "DROP TRIGGER predictions_no_delete",
              "DELETE FROM prediction_entries", "DELETE FROM predictions"})
            f.change(sql);
        f.predict(2);
        const auto report = f.tracker().verify(Progress());
        QCOMPARE(report->problems.size(), 1);
        QVERIFY2(report->problems[0].contains(QStringLiteral("of no prediction and no pick here")),
                 qPrintable(report->problems[0]));
    }

    // Where nobody vouches for the authority its stamps count for nothing; that is no fault of the ledger.
    void withoutItsRootAStampIsANote()
    {
        Stamped f(openssl_);
        f.predict(1);
        QVERIFY(f.stamp().value());
        for (const QString& certificates : {QString(), QStringLiteral("/nowhere/root.pem")}) {
            f.fixture.settings.timestampCertificates = certificates;
            f.fixture.open();
            const auto report = f.tracker().verify(Progress());
            QVERIFY(report->problems.isEmpty());
            QCOMPARE(report->stampNotes.size(), 1);
            QVERIFY(!report->predictions[0].voucher);
        }
    }

    void theProofSaysWhoVouches()
    {
        Stamped f(openssl_);
        f.predict(1);
        QVERIFY(f.stamp().value());
        f.predict(2);
        const QByteArray proof = f.tracker().proof().value();
        const QList<QByteArray> lines = proof.split('\n');
        QCOMPARE(lines[5], QByteArray("picks: 0"));
        QVERIFY(lines[7].startsWith("prediction: 1 "));
        QVERIFY(lines[7].contains(" after-start "));
        QVERIFY(lines[7].endsWith(StampAuthority::name().toUtf8()));
        QVERIFY(lines[8].startsWith("prediction: 2 ") && lines[8].endsWith(" unvouched"));
        QCOMPARE(parseProof(proof)->length, 2);
        QCOMPARE(f.tracker().verify(Progress(), proof)->proofLength, 2);
        QVERIFY(!parseProof(proof + "and more\n"));
        QVERIFY(parseProof(QByteArray(proof).replace("\n", "\r\n")));
        for (const char* end : {"prediction:", "picks:"}) // as earlier versions wrote it
            QVERIFY(parseProof(proof.left(proof.indexOf(end))));
    }

    // Each ledger has a head of its own; a stamp over one says nothing of the other.
    void picksAreStampedToo()
    {
        Stamped f(openssl_);
        f.predict(1);
        const Race race = f.tracker().findRace(2026, QStringLiteral("5")).value();
        const QStringList order = f.tracker().pickOrder(race.id, PickStart::Qualifying).value();
        QVERIFY(f.tracker().savePickDraft({race.id, {}, order, {}, {}}));
        const auto locked = test::await(f.tracker().lockPick(race.id, Progress()));
        QVERIFY2(locked, locked ? "" : qPrintable(locked.error().text()));
        QVERIFY(f.stamp().value());
        QVERIFY(!f.tracker().picks(race.id)->mine->voucher); // predictions go first
        QVERIFY(f.stamp().value());
        QVERIFY(!f.stamp().value());
        const auto voucher = f.tracker().picks(race.id)->mine->voucher;
        QVERIFY(voucher && !voucher->beforeStart);
        QCOMPARE(voucher->authority, StampAuthority::name());
        const auto report = f.tracker().verify(Progress());
        QVERIFY2(report->problems.isEmpty(), qPrintable(report->problems.join(u' ')));
        QVERIFY(report->vouchedPicks[0].voucher);
        f.change("DROP TRIGGER picks_no_delete");
        f.change("DROP TRIGGER pick_entries_no_delete");
        f.change("DELETE FROM pick_entries");
        f.change("DELETE FROM picks");
        QVERIFY(f.tracker().verify(Progress())->problems.value(0).contains(QStringLiteral("no pick here")));
    }

    void theKeeperAsksAtStartAndAfterAFreeze()
    {
        Stamped f(openssl_);
        const Race first = f.predict(1);
        StampKeeper keeper(f.tracker());
        keeper.start();
        QVERIFY(f.voucher(first));
        const Race second = f.predict(2);
        QVERIFY(!f.voucher(second)); // whoever froze is answered first
        QVERIFY(QTest::qWaitFor([&] { return f.voucher(second).has_value(); }));
        QCOMPARE(f.state.asked, 2);
    }

    void theKeeperAsksAgainAfterAPause()
    {
        Stamped f(openssl_);
        const Race race = f.predict(1);
        f.state.manner = Manner::OutOfReach;
        StampKeeper patient(f.tracker());
        patient.look();
        patient.look();
        QCOMPARE(f.state.asked, 1); // its pause is not over
        StampKeeper hasty(f.tracker(), 0ms);
        hasty.look();
        QCOMPARE(f.state.asked, 2);
        f.state.manner = Manner::Right;
        hasty.look();
        QCOMPARE(f.state.asked, 3);
        QVERIFY(f.voucher(race));
        QCOMPARE(StampKeeper::pauseAfter(1, 1min), 1min);
        QCOMPARE(StampKeeper::pauseAfter(2, 1min), 2min);
        QCOMPARE(StampKeeper::pauseAfter(6, 1min), 32min);
        QCOMPARE(StampKeeper::pauseAfter(7, 1min), 1h);
        QCOMPARE(StampKeeper::pauseAfter(1000, 1min), 1h);
    }
};

QTEST_GUILESS_MAIN(StampingTest)
#include "StampingTest.moc"
