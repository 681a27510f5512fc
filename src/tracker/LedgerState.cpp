#include "tracker/LedgerState.h"

#include "core/UtcTime.h"
#include "store/PickRepository.h"
#include "store/PredictionRepository.h"
#include "store/StateRepository.h"
#include "tracker/Vouching.h"

namespace parcferme {

namespace {

const QString& key()
{
    static const QString key = QStringLiteral("ledger_check");
    return key;
}

const QString& intact()
{
    static const QString word = QStringLiteral("intact");
    return word;
}

// "2026-06-07T12:00:00Z 12 intact"
std::optional<LedgerState::Check> parse(const QString& text)
{
    const QStringList words = text.split(u' ');
    const auto time = timeFromIso(words.value(0));
    if (words.size() != 3 || !time)
        return std::nullopt;
    return LedgerState::Check{*time, words[1].toInt(), words[2] == intact()};
}

} // namespace

Result<LedgerState> ledgerState(Database& database)
{
    const auto head = PredictionRepository(database).head();
    if (!head)
        return tl::unexpected(head.error());
    const auto check = StateRepository(database).value(key());
    if (!check)
        return tl::unexpected(check.error());
    const auto picksHead = PickRepository(database).head();
    auto predictions = vouchedPredictions(database);
    auto picks = vouchedPicks(database);
    if (!picksHead || !predictions || !picks)
        return tl::unexpected(!picksHead     ? picksHead.error()
                              : !predictions ? predictions.error()
                                             : picks.error());
    LedgerState state;
    state.length = static_cast<int>(head->id);
    state.head = head->hash;
    state.lastCheck = *check ? parse(**check) : std::nullopt;
    state.predictions = std::move(*predictions);
    state.picks = static_cast<int>(picksHead->id);
    state.picksHead = picksHead->hash;
    state.vouchedPicks = std::move(*picks);
    return state;
}

Status noteCheck(Database& database, const LedgerReport& report, const QDateTime& now)
{
    return StateRepository(database).set(
        key(), QStringLiteral("%1 %2 %3")
                   .arg(toIso(now))
                   .arg(report.length)
                   .arg(report.problems.isEmpty() ? intact() : QStringLiteral("broken")));
}

} // namespace parcferme
