#include "cli/Command.h"
#include "export/RaceOutput.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(Session session)
{
    const auto report = session.tracker.verify(Progress());
    if (!report)
        co_return session.console.fail(report.error());
    session.console.answer(
        QStringLiteral("The ledger: %1 predictions, %2 forecast again from their snapshots, %3 not "
                       "replayed (another model version)")
            .arg(report->length)
            .arg(report->replayed)
            .arg(report->notReplayed),
        ledgerTable(*report), ledgerJson(*report));
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
    command.run = run;
    return command;
}

} // namespace parcferme
