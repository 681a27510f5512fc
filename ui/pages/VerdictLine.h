#pragma once

#include "tracker/Views.h"

#include <QWidget>

namespace parcferme {

class FlowLayout;

// One line of what a prediction got right: winner, podium, points places, 80 % ranges; and who is left out.
class VerdictLine : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictLine(QWidget* parent = nullptr);

    void setEvaluation(const EvaluationView& view, const People& people);

private:
    enum class Mark { None, Right, Wrong };
    void add(Mark mark, const QString& what, const QString& words, const QString& meaning = {});

    FlowLayout* facts_;
};

} // namespace parcferme
