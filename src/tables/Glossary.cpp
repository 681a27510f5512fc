#include "tables/Glossary.h"

#include "tables/ScoreTexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace parcferme {

namespace {

class Glossary
{
    Q_DECLARE_TR_FUNCTIONS(Glossary)
};

struct Entry
{
    Word word;
    const char* title;
    const char* meaning;
};

constexpr auto entries = std::to_array<Entry>({
    {Word::Confidence, QT_TRANSLATE_NOOP("Glossary", "Confidence"),
     QT_TRANSLATE_NOOP("Glossary",
                       "How many of 100 pairs of drivers the predicted order is expected to get right. After "
                       "the race the same pairs are counted: over many races the two should agree.")},
    {Word::InputsObserved, QT_TRANSLATE_NOOP("Glossary", "Inputs observed"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The share of the inputs that this stage can know and that were observed; the others "
                       "were imputed, that is, filled in.")},
    {Word::Stage, QT_TRANSLATE_NOOP("Glossary", "Stage"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The newest information that the forecast knows: the starting grid, the order of "
                       "qualifying in its place, or neither.")},
    {Word::Range80, QT_TRANSLATE_NOOP("Glossary", "80 % range"),
     QT_TRANSLATE_NOOP("Glossary", "The shortest run of positions that holds him with at least 80 %.")},
    {Word::GapRange, QT_TRANSLATE_NOOP("Glossary", "± s"),
     QT_TRANSLATE_NOOP("Glossary", "Half the width of the gap's 80 % interval, in seconds.")},
    {Word::Lapped, QT_TRANSLATE_NOOP("Glossary", "Lapped"),
     QT_TRANSLATE_NOOP("Glossary", "Chance to finish a lap or more down, if he finishes.")},
    {Word::FrozenLive, QT_TRANSLATE_NOOP("Glossary", "Frozen, live"),
     QT_TRANSLATE_NOOP("Glossary", "Locked in the ledger before the start, and never changed since.")},
    {Word::Retrospective, QT_TRANSLATE_NOOP("Glossary", "Retrospective"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Computed after the race, from what was known before its start. It never counts as "
                       "live, and no figure mixes the two.")},
    {Word::Preview, QT_TRANSLATE_NOOP("Glossary", "Preview"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A forecast that is shown and not stored: it changes with what becomes known.")},
    {Word::Void, QT_TRANSLATE_NOOP("Glossary", "Void"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Frozen as live, but after the real start, as is known now: it counts nowhere.")},
    {Word::FreezeWindow, QT_TRANSLATE_NOOP("Glossary", "Freeze window"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The time in which a live prediction can be frozen: by the policy in Preferences from "
                       "qualifying on or from some time before the start, and until the start.")},
    {Word::Hash, QT_TRANSLATE_NOOP("Glossary", "Hash"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The fingerprint of this record and of the one before it: whoever changes a letter of "
                       "either gets another. Tools > Verify ledger computes all of them anew.")},
    {Word::Stamp, QT_TRANSLATE_NOOP("Glossary", "Time stamp"),
     QT_TRANSLATE_NOOP(
         "Glossary", "An authority's signature over a hash and the time: an outsider's word that the record "
                     "existed then.")},
    {Word::Proof, QT_TRANSLATE_NOOP("Glossary", "Proof"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A file with the hashes of the ledger, to give away or publish. The ledger can be "
                       "checked against it later.")},
    {Word::Revision, QT_TRANSLATE_NOOP("Glossary", "Revision"),
     QT_TRANSLATE_NOOP(
         "Glossary", "One version of the official result. A later decision of the stewards makes a new one, "
                     "and the prediction is judged again; the old figures stay.")},
    {Word::GridOrder, QT_TRANSLATE_NOOP("Glossary", "Grid order"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A simple forecast that anyone could make: everybody finishes where he starts. Its "
                       "chances are those of grid climatology.")},
    {Word::QualifyingOrder, QT_TRANSLATE_NOOP("Glossary", "Qualifying order"),
     QT_TRANSLATE_NOOP("Glossary", "A simple forecast: everybody finishes in the order of qualifying.")},
    {Word::Climatology, QT_TRANSLATE_NOOP("Glossary", "Grid climatology"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A simple forecast of chances: how drivers from each place on the grid have finished "
                       "in the last five seasons.")},
    {Word::Form, QT_TRANSLATE_NOOP("Glossary", "Form"),
     QT_TRANSLATE_NOOP(
         "Glossary", "A simple forecast: the order of the mean finishing positions in the last five races.")},
    {Word::Skill, QT_TRANSLATE_NOOP("Glossary", "Skill"),
     QT_TRANSLATE_NOOP("Glossary",
                       "How much better than grid climatology on the same races: 1 − RPS / its RPS. 0 is no "
                       "better, 100 % perfect.")},
    {Word::Bootstrap, QT_TRANSLATE_NOOP("Glossary", "95 % interval"),
     QT_TRANSLATE_NOOP(
         "Glossary", "Where the mean of many more such races would lie. By bootstrap: whole races are drawn "
                     "again and again, since the drivers of a race depend on each other. One that holds 0 "
                     "shows no difference.")},
    {Word::Reliability, QT_TRANSLATE_NOOP("Glossary", "Reliability"),
     QT_TRANSLATE_NOOP(
         "Glossary", "Whether chances mean what they say: of the forecasts that said about 30 %, about 30 % "
                     "should come true.")},
    {Word::Ece, QT_TRANSLATE_NOOP("Glossary", "Calibration error (ECE)"),
     QT_TRANSLATE_NOOP("Glossary",
                       "By how much the chances differ from what happened, on average over bins of equally "
                       "many forecasts. 0 is perfect.")},
    {Word::ExpectedPoints, QT_TRANSLATE_NOOP("Glossary", "Expected points"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Mean of the final points over all simulations of the rest of the season.")},
    {Word::TitleChance, QT_TRANSLATE_NOOP("Glossary", "Title %"),
     QT_TRANSLATE_NOOP(
         "Glossary", "The share of the simulations of the rest of the season that end with this champion.")},
});

// Those of the scores that stand beside words rather than in the table of metrics, which explains itself.
constexpr std::array scores = {"position_mae", "rps",         "win_brier", "winner_log_loss",
                               "coverage_80",  "concordance", "spearman"};

const Entry& entryOf(Word word)
{
    return *std::ranges::find(entries, word, &Entry::word);
}

} // namespace

QString wordTitle(Word word)
{
    return Glossary::tr(entryOf(word).title);
}

QString wordMeaning(Word word)
{
    return Glossary::tr(entryOf(word).meaning);
}

Word wordOf(PredictionKind kind)
{
    switch (kind) {
    case PredictionKind::Live:
        return Word::FrozenLive;
    case PredictionKind::Retrospective:
        return Word::Retrospective;
    case PredictionKind::Void:
        return Word::Void;
    case PredictionKind::Preview:
        break;
    }
    return Word::Preview;
}

QString baselineMeaning(const QString& key)
{
    if (key == QLatin1StringView("qualifying"))
        return wordMeaning(Word::QualifyingOrder);
    return wordMeaning(key == QLatin1StringView("form") ? Word::Form : Word::GridOrder);
}

std::vector<ExplainedWord> explainedWords()
{
    std::vector<ExplainedWord> all;
    for (const Entry& entry : entries) {
        if (entry.word == Word::GridOrder) // the scores stand before what they are compared with
            for (const char* key : scores) {
                const ScoreText text = scoreText(QString::fromLatin1(key));
                all.push_back({text.name, text.meaning});
            }
        all.push_back({Glossary::tr(entry.title), Glossary::tr(entry.meaning)});
    }
    return all;
}

} // namespace parcferme
