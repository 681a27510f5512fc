#include "ui/charts/KindWords.h"

#include <QCoreApplication>

namespace parcferme {

QString withKind(const QString& text, PredictionKind kind)
{
    switch (kind) {
    case PredictionKind::Live:
        return text;
    case PredictionKind::Retrospective:
        return QCoreApplication::translate("KindWords", "%1; retrospective").arg(text);
    case PredictionKind::Void:
        return QCoreApplication::translate("KindWords", "%1; void").arg(text);
    case PredictionKind::Preview:
        return QCoreApplication::translate("KindWords", "%1; preview").arg(text);
    }
    return text;
}

} // namespace parcferme
