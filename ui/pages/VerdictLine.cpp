#include "ui/pages/VerdictLine.h"

#include "tables/Glossary.h"
#include "tables/Names.h"
#include "tables/ScoreTexts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <cmath>

namespace parcferme {

VerdictLine::VerdictLine(QWidget* parent) : QWidget(parent), facts_(new FlowLayout(24, 4, this))
{
    setObjectName(QStringLiteral("verdictLine"));
}

void VerdictLine::setEvaluation(const EvaluationView& view, const People& people)
{
    const Evaluation& evaluation = view.evaluation;
    while (QLayoutItem* item = facts_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    add(evaluation.winnerCorrect ? Mark::Right : Mark::Wrong, tr("Winner"),
        evaluation.winnerCorrect ? tr("right") : tr("wrong"),
        scoreText(QStringLiteral("winner_correct")).meaning);
    const int podium = int(std::lround(evaluation.podiumAccuracy * 3));
    const QString order = podium < 3                        ? QString()
                          : evaluation.podiumExactOrder > 0 ? tr(", in order")
                                                            : tr(", not in order");
    add(podium == 3 ? Mark::Right : Mark::None, tr("Podium"), tr("%1 of 3").arg(podium) + order,
        scoreText(QStringLiteral("podium_accuracy")).meaning);
    add(Mark::None, tr("Points places"), tr("%1 of 10").arg(std::lround(evaluation.pointsOverlap * 10)),
        scoreText(QStringLiteral("points_overlap")).meaning);
    if (evaluation.coverage80)
        add(Mark::None, tr("Inside the 80 % range"),
            tr("%1 of %n drivers", nullptr, evaluation.starters)
                .arg(std::lround(*evaluation.coverage80 * evaluation.starters)),
            wordMeaning(Word::Range80) + u'\n' + scoreText(QStringLiteral("coverage_80")).meaning);
    if (const QString words = leftOutText(view, people); !words.isEmpty())
        add(Mark::None, tr("Not judged"), words);
    updateGeometry();
}

void VerdictLine::add(Mark mark, const QString& what, const QString& words, const QString& meaning)
{
    auto* fact = new QWidget(this);
    fact->setToolTip(meaning);
    auto* layout = new QHBoxLayout(fact);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    if (mark != Mark::None) {
        auto* sign = new QLabel(fact);
        const int side = fontMetrics().height();
        sign->setPixmap(icon(mark == Mark::Right ? QStringLiteral("check") : QStringLiteral("close"),
                             mark == Mark::Right ? &Tokens::success : &Tokens::worse)
                            .pixmap(QSize(side, side), devicePixelRatioF()));
        layout->addWidget(sign);
    }
    auto* head = new QLabel(what, fact);
    head->setFont(strongFont(font()));
    auto* value = new QLabel(words, fact);
    for (QLabel* label : {head, value}) {
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    facts_->addWidget(fact);
    fact->show();
}

} // namespace parcferme
