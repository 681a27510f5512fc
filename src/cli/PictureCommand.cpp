#include "cli/Command.h"
#include "cli/ForecastArgument.h"
#include "export/CsvWriter.h"
#include "picture/PictureFile.h"
#include "picture/PictureWords.h"

namespace parcferme {

namespace {

Status writeProof(const CommandContext& context)
{
    const QString option = QStringLiteral("proof");
    if (!context.call.has(option))
        return {};
    return context.tracker.proof().and_then(
        [&](const QByteArray& proof) { return writeFile(context.call.options.value(option), proof); });
}

// Whose order it shows. Errors: Usage; NotFound without picks, or without a prediction to compare them with.
Result<SharePicture> pictureOf(const CommandContext& context, const RaceDetails& page,
                               SharePicture::Moment moment)
{
    const QString who = context.call.options.value(QStringLiteral("of"), QStringLiteral("model"));
    if (who == QLatin1StringView("model"))
        return PictureWords::ofModel(page, *page.prediction, moment);
    const bool compares = who == QLatin1StringView("compare");
    if (!compares && who != QLatin1StringView("mine"))
        return fail(ErrorCode::Usage,
                    QStringLiteral("--of is \"%1\"; it must be model, mine or compare.").arg(who));
    const auto picks = context.tracker.picks(page.overview.of());
    if (!picks)
        return tl::unexpected(picks.error());
    if (!picks->mine || picks->mine->pick.entries.empty())
        return fail(ErrorCode::NotFound,
                    QStringLiteral("%1 has locked no picks for the %2.")
                        .arg(picks->player, titleOf(page.overview.race, picks->of.session)));
    return compares ? PictureWords::compared(page, *picks->mine, *page.prediction, moment)
                    : PictureWords::ofPlayer(page, *picks->mine, moment);
}

QCoro::Task<int> run(CommandContext context)
{
    const QString file = context.call.arguments.value(2);
    const auto page = co_await forecastArgument(context);
    if (!page)
        co_return context.console.fail(page.error());
    const SharePicture::Moment moment = context.call.has(QStringLiteral("before"))
                                            ? SharePicture::Moment::Before
                                            : SharePicture::Moment::After;
    const auto made = pictureOf(context, *page, moment);
    if (!made)
        co_return context.console.fail(made.error());
    const SharePicture& picture = *made;
    const Tokens& theme = context.call.has(QStringLiteral("dark")) ? darkTokens() : lightTokens();
    if (const auto status = savePicture(file, picture, theme); !status)
        co_return context.console.fail(status.error());
    if (const auto status = writeProof(context); !status)
        co_return context.console.fail(status.error());
    const QString text = accessibleText(picture);
    const Table table{
        {{QStringLiteral("file"), QStringLiteral("File"), Show::Plain, false},
         {QStringLiteral("moment"), QStringLiteral("Moment"), Show::Plain, false},
         {QStringLiteral("hash"), QStringLiteral("Hash"), Show::Plain, false}},
        {{file,
          picture.moment == SharePicture::Moment::After ? QStringLiteral("after") : QStringLiteral("before"),
          QString::fromLatin1(picture.hash)}}};
    QJsonObject json{{QStringLiteral("text"), text}};
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        json.insert(table.columns[i].key, table.rows.front()[static_cast<qsizetype>(i)].toString());
    context.console.answer({}, table, json);
    for (const QString& line : text.split(QLatin1Char('\n')))
        context.console.say(line);
    co_return 0;
}

} // namespace

Command pictureCommand()
{
    Command command{QStringLiteral("picture"), QStringLiteral("Y RACE FILE [--dark]"),
                    QStringLiteral("the prediction as a picture to share, PNG or SVG"), 3, 3};
    command.details = QStringLiteral(
        "After the race it shows what was said beside what happened, once the prediction was judged. What "
        "the picture says is printed too, for who cannot see it.\n");
    command.options = {
        {QStringLiteral("before"), {}, QStringLiteral("as before the race, though it was judged")},
        {QStringLiteral("of"), QStringLiteral("WHO"),
         QStringLiteral("model (default), mine (or that of --player), or compare: the two")},
        {QStringLiteral("dark"), {}, QStringLiteral("in the dark theme")},
        {QStringLiteral("proof"), QStringLiteral("FILE"),
         QStringLiteral("write the proof of the ledger too, to publish with the picture")},
        sessionOption()};
    command.paints = true;
    command.run = run;
    return command;
}

} // namespace parcferme
