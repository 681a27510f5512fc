#pragma once

#include "domain/Prediction.h"

#include <QString>

#include <vector>

namespace parcferme {

// Words and figures of the pages. What one means is said by one text, wherever it stands: in its tooltip and
// in Help > Words. Scores have theirs in ScoreTexts.
enum class Word {
    Confidence,
    InputsObserved,
    Stage,
    Range80,
    GapRange,
    Lapped,
    FrozenLive,
    Retrospective,
    Preview,
    Void,
    FreezeWindow,
    Hash,
    Stamp,
    Proof,
    Revision,
    GridOrder,
    QualifyingOrder,
    Climatology,
    Form,
    Skill,
    Bootstrap,
    Reliability,
    Ece,
    ExpectedPoints,
    TitleChance,
};

QString wordTitle(Word word);
QString wordMeaning(Word word);
Word wordOf(PredictionKind kind);

// Of a baseline: "grid", "qualifying", "form".
QString baselineMeaning(const QString& key);

// Everything that Help > Words explains, in its order, scores included.
struct ExplainedWord
{
    QString title;
    QString meaning;
};
std::vector<ExplainedWord> explainedWords();

} // namespace parcferme
