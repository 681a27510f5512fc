#include "source/JsonText.h"

#include "core/Sentence.h"

namespace parcferme {

Result<QJsonDocument> readJson(const QByteArray& answer)
{
    QJsonParseError problem;
    QJsonDocument document = QJsonDocument::fromJson(answer, &problem);
    if (!document.isNull())
        return document;
    if (answer.trimmed().startsWith('<'))
        return fail(ErrorCode::Data, Sentence::tr("The source answered with a web page instead of data."),
                    Sentence::tr("A network that asks for a login does that."));
    return fail(ErrorCode::Data,
                Sentence::tr("The source's answer is damaged: %1.").arg(problem.errorString()));
}

} // namespace parcferme
