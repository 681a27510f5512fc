#include "core/Search.h"

namespace parcferme {

QString searchKey(const QString& text)
{
    QString key;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (c.category() != QChar::Mark_NonSpacing)
            key.append(c);
    return key.toCaseFolded().simplified();
}

} // namespace parcferme
