#include "cli/Command.h"
#include "export/PredictionOutput.h"
#include "export/RaceOutput.h"
#include "tables/ResultModel.h"
#include "tables/TableExport.h"

namespace parcferme {

namespace {

QCoro::Task<int> run(CommandContext context)
{
    const auto page = detailsArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const ChosenSession chosen{page->overview.race, page->overview.session};
    const QString title = titleOf(chosen.race, chosen.session);
    if (page->revisions.empty())
        co_return context.console.fail({ErrorCode::NotYet,
                                        QStringLiteral("%1 has no official result yet.").arg(title),
                                        QStringLiteral("%1 asks for it.").arg(callOf("sync", chosen))});
    const ResultRevision& newest = page->revisions.back();
    ResultModel model;
    const EvaluationView* judged = evaluationAgainst(*page, newest.revision);
    model.setResult(newest, page->prediction ? &*page->prediction : nullptr,
                    judged ? &judged->evaluation : nullptr, page->people);
    context.console.answer(QStringLiteral("%1 - official result, revision %2, from %3")
                               .arg(title)
                               .arg(newest.revision)
                               .arg(newest.source),
                           withNames(resultsTable(newest), page->people), exportTable(model),
                           resultsJson(newest));
    co_return 0;
}

} // namespace

Command resultsCommand()
{
    Command command{QStringLiteral("results"), QStringLiteral("Y RACE"),
                    QStringLiteral("the newest official result"), 2, 2};
    command.options = {sessionOption()};
    command.run = run;
    return command;
}

} // namespace parcferme
