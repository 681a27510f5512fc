#pragma once

#include "ui/session/SeasonWords.h"

#include <QWidget>

class QLabel;

namespace parcferme {

// Title and badge of a season, what is left of it, what it is computed from, and the one large fact; the rail
// at its left tells of when it is.
class SeasonHeader : public QWidget
{
    Q_OBJECT
public:
    explicit SeasonHeader(QWidget* parent = nullptr);

    void setState(const SeasonHeaderState& state);
    QString largeFact() const;
    QString badgeText() const { return state_.badge; }
    QString provenance() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Badge;

    SeasonHeaderState state_;
    QLabel* title_;
    Badge* badge_;
    QLabel* left_;
    QLabel* provenance_;
    QLabel* large_;
    QLabel* caption_;
};

} // namespace parcferme
