#include "tables/WarningTexts.h"

#include <QCoreApplication>

namespace parcferme {

QStringList warningTexts(const std::vector<Warning>& warnings)
{
    QStringList texts;
    for (const Warning& warning : warnings) {
        if (warning.code == Warning::Code::AsRecorded) {
            texts << warning.recorded;
            continue;
        }
        QString text = QCoreApplication::translate("Warnings", sentencePattern(warning.code));
        for (const int value : warning.values)
            text = text.arg(value);
        texts << text;
    }
    return texts;
}

} // namespace parcferme
