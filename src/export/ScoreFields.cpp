#include "export/ScoreFields.h"

#include "tracker/StoredJudgement.h"

namespace parcferme {

namespace {

QString keyOf(const evaluation::ScoreColumn& column)
{
    return QString::fromLatin1(column.name);
}

} // namespace

QString scoringRule()
{
    return QStringLiteral(
        "Judged are the starters that were forecast. Who did not start is left out, and the forecast closes "
        "up: "
        "predicted and official places are counted from 1 among those who are left, and so are the chances. "
        "While the whole field has started they are the frozen ones; else they are those of the same "
        "strengths "
        "in the smaller field. Race times and gaps stay as they were forecast. The drivers of the JSON "
        "answer "
        "hold places and chances as they were judged, so that every score of places and chances can be "
        "computed "
        "from it alone.");
}

std::vector<ScoreField> scoreFields(const evaluation::Scores& scores)
{
    std::vector<ScoreField> fields;
    for (const evaluation::ScoreColumn& column : evaluation::scoreColumns())
        fields.push_back({keyOf(column), column.of(scores)});
    return fields;
}

std::vector<ScoreField> scoreFields(const evaluation::Summary& summary)
{
    std::vector<ScoreField> fields;
    for (const evaluation::ScoreColumn& column : evaluation::scoreColumns())
        fields.push_back({keyOf(column), summary.*column.mean});
    return fields;
}

std::vector<ScoreField> scoreFields(const Evaluation& evaluation)
{
    return scoreFields(scoresOf(evaluation));
}

} // namespace parcferme
