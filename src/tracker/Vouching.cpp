#include "tracker/Vouching.h"

#include "core/Sentence.h"
#include "domain/Knowledge.h"
#include "stamp/StampToken.h"
#include "store/RaceRepository.h"
#include "store/StampRepository.h"
#include "tracker/FreezeRules.h"
#include "tracker/Snapshot.h"

namespace parcferme {

namespace {

Voucher voucher(const LedgerStamp& stamp, const Race& race, Session session)
{
    return {stamp.authority, stamp.stampedAt, stamp.stampedAt < race.startOrDate(session)};
}

// The first of these, in order of time, over a record or a later one of its ledger.
std::optional<Voucher> voucherOf(const std::vector<LedgerStamp>& stamps, qint64 LedgerStamp::* place,
                                 qint64 id, const Race& race, Session session)
{
    const auto first =
        std::ranges::find_if(stamps, [&](const LedgerStamp& stamp) { return stamp.*place >= id; });
    return first == stamps.end() ? std::nullopt : std::optional(voucher(*first, race, session));
}

// stamps: in order of time.
Result<std::vector<VouchedPrediction>> vouched(Database& database, const std::vector<LedgerStamp>& stamps)
{
    const auto lines = StampRepository(database).ledger();
    if (!lines)
        return tl::unexpected(lines.error());
    const RaceRepository races(database);
    std::vector<VouchedPrediction> predictions;
    for (const LedgerLine& line : *lines) {
        const auto race = races.byId(line.race);
        if (!race)
            return tl::unexpected(race.error());
        predictions.push_back({line.id, nameOf(*race, line.session),
                               kindByNow(line.kind, line.session, line.createdAt, *race), line.hash,
                               line.createdAt,
                               voucherOf(stamps, &LedgerStamp::place, line.id, *race, line.session)});
    }
    return predictions;
}

Result<std::vector<VouchedPick>> vouchedPicks(Database& database, const std::vector<LedgerStamp>& stamps)
{
    const auto lines = StampRepository(database).picks();
    if (!lines)
        return tl::unexpected(lines.error());
    const RaceRepository races(database);
    std::vector<VouchedPick> picks;
    for (const PickLine& line : *lines) {
        const auto race = races.byId(line.race);
        if (!race)
            return tl::unexpected(race.error());
        picks.push_back({line.id, nameOf(*race, line.session), line.player,
                         kindByNow(line.kind, line.session, line.createdAt, *race), line.hash, line.createdAt,
                         voucherOf(stamps, &LedgerStamp::pickPlace, line.id, *race, line.session)});
    }
    return picks;
}

QString nameOf(const LedgerStamp& stamp)
{
    return Sentence::tr("The stamp of \"%1\" over #%2")
        .arg(stamp.authority, QString::fromLatin1(stamp.hash.left(8)));
}

// What is wrong with a stamp, as a problem or as a note; true when it is good.
bool check(const LedgerStamp& stamp, const SignerTrust& trust, CheckedStamps& checked)
{
    const auto token = readToken(stamp.token, stamp.hash, trust);
    if (!token) {
        const bool untrusted = token.error().kind == StampFault::Kind::ForeignSigner;
        QStringList& list = untrusted ? checked.notes : checked.problems;
        list.append(QStringLiteral("%1: %2").arg(nameOf(stamp), token.error().text()));
        return false;
    }
    if (token->authority != stamp.authority || token->time != stamp.stampedAt) {
        checked.problems.append(
            Sentence::tr("%1 does not fit: its token says another authority or time.").arg(nameOf(stamp)));
        return false;
    }
    if (stamp.place == 0 && stamp.pickPlace == 0) {
        checked.problems.append(
            Sentence::tr("%1 is of no prediction and no pick here: one was replaced.").arg(nameOf(stamp)));
        return false;
    }
    return true;
}

Result<std::optional<Voucher>> voucherOf(Database& database, PredictionId prediction, const Race& race,
                                         Session session)
{
    const auto stamp = StampRepository(database).firstOver(prediction);
    if (!stamp)
        return tl::unexpected(stamp.error());
    return *stamp ? std::optional(voucher(**stamp, race, session)) : std::nullopt;
}

} // namespace

Result<ForecastView> vouchedView(Database& database, const Prediction& prediction, const Race& race)
{
    auto view = viewOf(prediction);
    auto voucher = voucherOf(database, prediction.id, race, prediction.session);
    if (!view || !voucher)
        return tl::unexpected(!view ? view.error() : voucher.error());
    view->voucher = std::move(*voucher);
    return view;
}

Result<std::vector<VouchedPrediction>> vouchedPredictions(Database& database)
{
    const auto stamps = StampRepository(database).all();
    return stamps ? vouched(database, *stamps) : tl::unexpected(stamps.error());
}

Result<std::vector<VouchedPick>> vouchedPicks(Database& database)
{
    const auto stamps = StampRepository(database).all();
    return stamps ? vouchedPicks(database, *stamps) : tl::unexpected(stamps.error());
}

Result<std::optional<Voucher>> voucherOf(Database& database, const Pick& pick, const Race& race)
{
    const auto stamp = StampRepository(database).firstOverPick(pick.id);
    if (!stamp)
        return tl::unexpected(stamp.error());
    return *stamp ? std::optional(voucher(**stamp, race, pick.session)) : std::nullopt;
}

Result<CheckedStamps> checkStamps(Database& database, const QString& certificates)
{
    auto stamps = StampRepository(database).all();
    if (!stamps)
        return tl::unexpected(stamps.error());
    CheckedStamps checked;
    const auto trust = SignerTrust::load(certificates);
    if (!trust) {
        checked.notes.append(Sentence::tr("No stamp counts: %1").arg(trust.error().message));
        stamps->clear();
    }
    std::erase_if(*stamps, [&](const LedgerStamp& stamp) { return !check(stamp, *trust, checked); });
    auto predictions = vouched(database, *stamps);
    auto picks = vouchedPicks(database, *stamps);
    if (!predictions || !picks)
        return tl::unexpected(!predictions ? predictions.error() : picks.error());
    checked.predictions = std::move(*predictions);
    checked.picks = std::move(*picks);
    return checked;
}

} // namespace parcferme
