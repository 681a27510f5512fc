#include "tables/WarningTexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace parcferme {

namespace {

// All that the predictor and the tracker warn of, their figures as %1, %2.
[[maybe_unused]] constexpr const char* patterns[] = {
    QT_TRANSLATE_NOOP("Warnings", "feature coverage is %1 %, under %2 %"),
    QT_TRANSLATE_NOOP("Warnings", "a predicted gap is %1 laps, over %2 laps"),
    QT_TRANSLATE_NOOP("Warnings", "a predicted gap is %1 s, over %2 s"), // of the first model
    QT_TRANSLATE_NOOP("Warnings",
                      "the grid of the sprint is not known: this forecast is much worse than one with it"),
    QT_TRANSLATE_NOOP("Warnings", "The field is that of the race before, and provisional."),
    QT_TRANSLATE_NOOP("Warnings",
                      "%1 earlier races of the season are not known; the ratings stand where they "
                      "stood before them."),
    QT_TRANSLATE_NOOP("Warnings",
                      "%1 drivers of the race before have no row in qualifying; they are in the field."),
    QT_TRANSLATE_NOOP("Warnings", "%1 drivers of the race before are not in the field."),
    QT_TRANSLATE_NOOP("Warnings", "The number of laps is that of the circuit's last race."),
    QT_TRANSLATE_NOOP("Warnings", "The number of laps follows from the circuit's length and the rules."),
    QT_TRANSLATE_NOOP("Warnings", "The machine's clock is %1 s ahead of the source's."),
    QT_TRANSLATE_NOOP("Warnings", "The machine's clock is %1 s behind the source's."),
};

QString warningText(const QString& stored)
{
    static const QRegularExpression figure(QStringLiteral("\\d+"));
    QString pattern;
    QStringList figures;
    qsizetype from = 0;
    for (auto found = figure.globalMatch(stored); found.hasNext();) {
        const auto match = found.next();
        figures << match.captured();
        pattern += stored.mid(from, match.capturedStart() - from) + u'%' + QString::number(figures.size());
        from = match.capturedEnd();
    }
    pattern += stored.mid(from);
    QString text = QCoreApplication::translate("Warnings", pattern.toUtf8().constData());
    for (const QString& value : figures)
        text = text.arg(value);
    return text;
}

} // namespace

QStringList warningTexts(const QStringList& stored)
{
    QStringList texts;
    for (const QString& warning : stored)
        texts << warningText(warning);
    return texts;
}

} // namespace parcferme
