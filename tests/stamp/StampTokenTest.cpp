#include "stamp/StampToken.h"
#include "support/StampAuthority.h"

#include <QTest>
#include <QTimeZone>

using namespace parcferme;
using Kind = StampFault::Kind;
using Signer = StampAuthority::Signer;

// An authority made with openssl's own commands is asked, and whatever it should not have said is told apart.
class StampTokenTest : public QObject
{
    Q_OBJECT

    const QByteArray Hash = QByteArray(62, 'a') + "0f";
    StampAuthority authority_;

    SignerTrust trust() const { return SignerTrust::load(authority_.rootFile()).value(); }
    StampRequest request() const { return makeStampRequest(Hash).value(); }
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }

    // The kind of fault; -1 when there is none.
    static int faultOf(const tl::expected<StampToken, StampFault>& token)
    {
        return token ? -1 : int(token.error().kind);
    }

private Q_SLOTS:
    void aRightAnswerIsAStamp()
    {
        const StampRequest asked = request();
        const QDateTime before = now();
        const QByteArray answer = authority_.answer(asked.der);
        const auto token = tokenFromAnswer(answer, asked, trust(), now());
        QVERIFY2(token, qPrintable(token ? QString() : token.error().text()));
        QCOMPARE(token->hash, Hash);
        QCOMPARE(token->authority, StampAuthority::name());
        QVERIFY(answer.endsWith(token->der)); // as received
        QVERIFY(authority_.accepts(token->der, Hash));
        // The authority says that its clock may be off by 1.5 seconds: they are added, to whole seconds.
        QCOMPARE(token->time.time().msec(), 0);
        QVERIFY(token->time >= before.addMSecs(500) && token->time <= now().addMSecs(2500));
        QCOMPARE(token->time.timeZone(), QTimeZone::utc());
    }

    void aStoredTokenIsCheckedAgain()
    {
        const StampRequest asked = request();
        const auto token = tokenFromAnswer(authority_.answer(asked.der), asked, trust(), now());
        QVERIFY(token);
        const auto again = readToken(token->der, Hash, trust());
        QVERIFY(again);
        QCOMPARE(again->time, token->time);
        QCOMPARE(again->authority, token->authority);
        QCOMPARE(faultOf(readToken(token->der, QByteArray(64, 'b'), trust())), int(Kind::WrongHash));
        QCOMPARE(faultOf(readToken(token->der + 'x', Hash, trust())), int(Kind::NoAnswer));
    }

    void everyChangedByteIsFound()
    {
        const StampRequest asked = request();
        const auto token = tokenFromAnswer(authority_.answer(asked.der), asked, trust(), now());
        QVERIFY(token);
        const SignerTrust signers = trust();
        // Some bytes say the same in two ways (a NULL that may be left out); none may say something else.
        for (qsizetype i = 0; i < token->der.size(); ++i) {
            QByteArray changed = token->der;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            const auto read = readToken(changed, Hash, signers);
            if (read)
                QVERIFY2(read->time == token->time && read->authority == token->authority,
                         qPrintable(QString::number(i)));
        }
    }

    void anotherHashIsTold()
    {
        const QByteArray other = authority_.answer(makeStampRequest(QByteArray(64, 'b'))->der);
        QCOMPARE(faultOf(tokenFromAnswer(other, request(), trust(), now())), int(Kind::WrongHash));
    }

    void anotherNonceIsTold()
    {
        const QByteArray earlier = authority_.answer(request().der);
        QCOMPARE(faultOf(tokenFromAnswer(earlier, request(), trust(), now())), int(Kind::WrongNonce));
        const QByteArray another = authority_.answer(authority_.foreignRequest(Hash));
        QCOMPARE(faultOf(tokenFromAnswer(another, request(), trust(), now())), int(Kind::WrongNonce));
    }

    void aForeignSignerIsTold()
    {
        const StampRequest asked = request();
        const QByteArray answer = authority_.answer(asked.der, Signer::Stranger);
        const auto token = tokenFromAnswer(answer, asked, trust(), now());
        QCOMPARE(faultOf(token), int(Kind::ForeignSigner));
        QVERIFY(!token.error().detail.isEmpty()); // which link of the chain
        // This machine's certificates do not vouch for an authority of a test either.
        const auto machines = SignerTrust::load(QString());
        QVERIFY(machines);
        QCOMPARE(faultOf(tokenFromAnswer(authority_.answer(asked.der), asked, *machines, now())),
                 int(Kind::ForeignSigner));
    }

    void anExpiredSignerIsTold()
    {
        const StampRequest asked = request();
        const QByteArray answer = authority_.answer(asked.der, Signer::Expired);
        QCOMPARE(faultOf(tokenFromAnswer(answer, asked, trust(), now())), int(Kind::ExpiredSigner));
    }

    void aWrongSignatureIsTold()
    {
        const StampRequest asked = request();
        QByteArray answer = authority_.answer(asked.der);
        answer[answer.size() - 4] = static_cast<char>(answer[answer.size() - 4] ^ 1); // the signature ends it
        QCOMPARE(faultOf(tokenFromAnswer(answer, asked, trust(), now())), int(Kind::WrongSignature));
    }

    void anotherTimeIsTold()
    {
        const StampRequest asked = request();
        const QByteArray answer = authority_.answer(asked.der);
        for (const int hours : {-24, -1, 1, 24})
            QCOMPARE(faultOf(tokenFromAnswer(answer, asked, trust(), now().addSecs(3600LL * hours))),
                     int(Kind::WrongTime));
        QVERIFY(tokenFromAnswer(answer, asked, trust(), now().addSecs(60)));
    }

    void aRefusalIsTold()
    {
        const QByteArray answer = authority_.answer("no request at all");
        const auto token = tokenFromAnswer(answer, request(), trust(), now());
        QCOMPARE(faultOf(token), int(Kind::Refused));
        QVERIFY(!token.error().detail.isEmpty());
    }

    void garbageIsTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a web page") << QByteArray("<html><body>Gateway time-out</body></html>");
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("an empty sequence") << QByteArray::fromHex("3000");
        QTest::newRow("granted, without a token") << QByteArray::fromHex("30053003020100");
        QTest::newRow("granted, with a token that is none") << QByteArray::fromHex("300830030201000201ff");
        QTest::newRow("longer than it is") << QByteArray::fromHex("3084ffffffff3003020100");
    }

    void garbageIsTold()
    {
        QFETCH(QByteArray, answer);
        QCOMPARE(faultOf(tokenFromAnswer(answer, request(), trust(), now())), int(Kind::NoAnswer));
    }

    void aTruncatedAnswerIsTold()
    {
        const StampRequest asked = request();
        const QByteArray answer = authority_.answer(asked.der);
        for (qsizetype size = 0; size < answer.size(); size += 7)
            QCOMPARE(faultOf(tokenFromAnswer(answer.left(size), asked, trust(), now())), int(Kind::NoAnswer));
        QCOMPARE(faultOf(tokenFromAnswer(answer + '\0', asked, trust(), now())), int(Kind::NoAnswer));
    }

    void requestsDiffer()
    {
        QVERIFY(request().nonce != request().nonce);
        QVERIFY(request().der.contains(QByteArray::fromHex(Hash)));
        QCOMPARE(makeStampRequest("abc").error().code, ErrorCode::Data);
        QCOMPARE(makeStampRequest(QByteArray(64, 'G')).error().code, ErrorCode::Data);
    }

    void aFileWithoutCertificatesIsAnError()
    {
        const auto missing = SignerTrust::load(QStringLiteral("/nowhere/root.pem"));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Io);
        QVERIFY(missing.error().message.contains(QStringLiteral("/nowhere/root.pem")));
        QVERIFY(!SignerTrust::load(QStringLiteral("/dev/null")));
    }
};

QTEST_GUILESS_MAIN(StampTokenTest)
#include "StampTokenTest.moc"
