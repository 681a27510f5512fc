#include "export/ScoreFields.h"

#include "tracker/StoredJudgement.h"

namespace parcferme {

namespace {

QString keyOf(const evaluation::ScoreColumn& column)
{
    return QString::fromLatin1(column.name);
}

} // namespace

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
