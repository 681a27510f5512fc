#include "ui/pages/VerdictLine.h"

#include "tables/Names.h"
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
        evaluation.winnerCorrect ? tr("right") : tr("wrong"));
    const int podium = int(std::lround(evaluation.podiumAccuracy * 3));
    const QString order = podium < 3                        ? QString()
                          : evaluation.podiumExactOrder > 0 ? tr(", in order")
                                                            : tr(", not in order");
    add(podium == 3 ? Mark::Right : Mark::None, tr("Podium"), tr("%1 of 3").arg(podium) + order);
    add(Mark::None, tr("Points places"), tr("%1 of 10").arg(std::lround(evaluation.pointsOverlap * 10)));
    if (evaluation.coverage80)
        add(Mark::None, tr("Inside the 80 % range"),
            tr("%1 of %n drivers", nullptr, evaluation.starters)
                .arg(std::lround(*evaluation.coverage80 * evaluation.starters)));
    if (const QString words = leftOutText(view, people); !words.isEmpty())
        add(Mark::None, tr("Not judged"), words);
    updateGeometry();
}

void VerdictLine::add(Mark mark, const QString& what, const QString& words)
{
    auto* fact = new QWidget(this);
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
