#include "cli/Command.h"
#include "export/RaceOutput.h"

#include <QFile>

namespace parcferme {

namespace {

constexpr qint64 LargestProof = 64LL * 1024; // far more than a proof has

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

QCoro::Task<int> run(Session session)
{
    const auto proof = givenProof(session.call);
    if (!proof)
        co_return session.console.fail(proof.error());
    const auto report = session.tracker.verify(Progress(), *proof);
    if (!report)
        co_return session.console.fail(report.error());
    session.console.answer(
        QStringLiteral("The ledger: %1 predictions, %2 forecast again from their snapshots, %3 not "
                       "replayed (another model version)")
            .arg(report->length)
            .arg(report->replayed)
            .arg(report->notReplayed),
        ledgerTable(*report), ledgerJson(*report));
    if (report->proofLength && report->problems.isEmpty())
        session.console.say(
            QStringLiteral("The proof fits: its %1 predictions are those of then").arg(*report->proofLength));
    for (const QString& problem : report->problems)
        session.console.notice(problem);
    co_return static_cast<int>(report->problems.isEmpty() ? ExitStatus::Done : ExitStatus::NotVerified);
}

} // namespace

Command verifyCommand()
{
    Command command{QStringLiteral("verify"),
                    {},
                    QStringLiteral("check the ledger: chain, columns, forecasts and evaluations")};
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
        "and whoever received it knows that its predictions existed by then.\n");
    command.run = run;
    return command;
}

} // namespace parcferme
