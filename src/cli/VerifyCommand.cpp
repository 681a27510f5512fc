#include "cli/Command.h"
#include "domain/Words.h"
#include "export/PredictionOutput.h"
#include "export/RaceOutput.h"

#include <QFile>

namespace parcferme {

namespace {

constexpr qint64 LargestProof = 1024LL * 1024; // a proof of many predictions

Result<std::optional<QByteArray>> givenProof(const Invocation& call)
{
    const QString name = call.options.value(QStringLiteral("proof"));
    if (!call.has(QStringLiteral("proof")))
        return std::nullopt;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io,
                    QStringLiteral("The proof %1 cannot be read: %2.").arg(name, file.errorString()));
    return file.read(LargestProof);
}

// Who vouches for what. A retrospective prediction had no start to be before, so only stamped ones are
// listed.
void showVouchers(const Console& console, const LedgerReport& report)
{
    int live = 0, vouched = 0;
    for (const VouchedPrediction& prediction : report.predictions) {
        if (prediction.kind == PredictionKind::Live) {
            ++live;
            vouched += prediction.voucher && prediction.voucher->beforeStart ? 1 : 0;
        } else if (prediction.kind == PredictionKind::Void) {
            console.notice(QStringLiteral("Prediction %1, %2, is void: it was frozen after the start, as the "
                                          "source says now.")
                               .arg(prediction.id)
                               .arg(prediction.race));
        } else if (!prediction.voucher) {
            continue;
        }
        console.say(QStringLiteral("prediction %1, %2, %3: %4")
                        .arg(prediction.id)
                        .arg(prediction.race, toString(prediction.kind),
                             prediction.voucher ? voucherText(*prediction.voucher)
                                                : QStringLiteral("no outsider vouches for it")));
    }
    if (live > 0)
        console.say(
            QStringLiteral("Of %1 live predictions an outsider vouches for %2 that they existed before "
                           "the start.")
                .arg(live)
                .arg(vouched));
}

// The same of the picks.
void showPickVouchers(const Console& console, const LedgerReport& report)
{
    for (const VouchedPick& pick : report.vouchedPicks)
        console.say(QStringLiteral("pick %1, %2, %3, %4: %5")
                        .arg(pick.id)
                        .arg(pick.race, pick.player, toString(pick.kind),
                             pick.voucher ? voucherText(*pick.voucher)
                                          : QStringLiteral("no outsider vouches for it")));
}

QCoro::Task<int> run(CommandContext context)
{
    const auto proof = givenProof(context.call);
    if (!proof)
        co_return context.console.fail(proof.error());
    const auto report = context.tracker.verify(Progress(), *proof);
    if (!report)
        co_return context.console.fail(report.error());
    context.console.answer(
        QStringLiteral("The ledgers: %1 predictions, %2 forecast again from their snapshots, %3 not "
                       "replayed (another model version); %4 picks")
            .arg(report->length)
            .arg(report->replayed)
            .arg(report->notReplayed)
            .arg(report->picks),
        ledgerTable(*report), ledgerJson(*report));
    showVouchers(context.console, *report);
    showPickVouchers(context.console, *report);
    if (report->proofLength && report->problems.isEmpty())
        context.console.say(
            report->proofPicks
                ? QStringLiteral("The proof fits: its %1 predictions and %2 picks are those of then")
                      .arg(*report->proofLength)
                      .arg(*report->proofPicks)
                : QStringLiteral("The proof fits: its %1 predictions are those of then")
                      .arg(*report->proofLength));
    for (const QString& note : report->stampNotes)
        context.console.notice(note);
    for (const QString& problem : report->problems)
        context.console.notice(problem);
    co_return static_cast<int>(report->problems.isEmpty() ? ExitStatus::Done : ExitStatus::NotVerified);
}

} // namespace

Command verifyCommand()
{
    Command command{QStringLiteral("verify"),
                    {},
                    QStringLiteral("check the ledgers: chains, columns, forecasts and evaluations")};
    command.options = {{QStringLiteral("proof"), QStringLiteral("FILE"),
                        QStringLiteral("also check a head that was exported earlier")}};
    command.details = QStringLiteral(
        "A chain proves that its records fit each other: none was changed, added, taken out or put "
        "elsewhere\n"
        "in the middle. By itself it cannot prove that nobody, with the database in hand, cut off its end "
        "or\n"
        "wrote all of it anew; nor that a clock was right. Export a proof (export --proof FILE) and give it\n"
        "away or publish it: verify --proof FILE then finds a chain that was cut off or rewritten up to "
        "there,\n"
        "and whoever received it knows that its predictions existed by then.\n"
        "Where TIMESTAMP_URL names a time-stamping authority, each new head of the ledger is signed by it\n"
        "together with the time; verify checks these stamps, and says of each prediction who vouches that "
        "it\n"
        "existed before the start. A stamp by a signer whom no certificate of this machine (or of "
        "TIMESTAMP_CA)\n"
        "vouches for does not count, and is told; one that was tampered with, or is of a ledger that is not\n"
        "this one, is a failure. Anybody can check a token of ledger_stamps.csv: base64 -d, then openssl ts\n"
        "-verify -token_in -in FILE -digest HASH -CAfile ROOTS.\n");
    command.run = run;
    return command;
}

} // namespace parcferme
