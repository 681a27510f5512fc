#pragma once

#include "ui/session/HeaderState.h"

#include <QWidget>

class QAbstractButton;
class QLabel;

namespace parcferme {

class FlowLayout;

// The facts of the header and the hashes, one beside the other; they break into rows where there is no room.
class HeaderFactRow : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderFactRow(QWidget* parent);

    void setFacts(const HeaderState& state);
    // What matters least goes until the rest fits in one row of `room` pixels; only then it breaks into two.
    void fit(int room);
    // After fit(): leaves out what is not in the first row, and tells it.
    QStringList keepOneRow(int room);
    void fitAnew() { givenUp_ = -1; }

Q_SIGNALS:
    void hashClicked(const QByteArray& hash);

private:
    // A fact as it is shown, and what of it can go.
    struct Shown
    {
        HeaderFact fact;
        QWidget* widget = nullptr;
        QLabel* level = nullptr;
        int full = 0; // width with everything

        bool isGone(int steps) const { return fact.givesWay > 0 && fact.givesWay <= steps; }
        int width(int steps) const; // after so many steps of giving up
    };

    void clear();
    void addFacts(bool warnings);
    void addHash(const QString& name, const QString& title, const QByteArray& hash);
    void giveUp(int steps);
    Shown factWidget(const HeaderFact& fact);
    QString hashToolTip(bool withClient) const;
    QLabel* label(const QFont& font, bool muted, const QString& text);

    HeaderState state_;
    std::vector<Shown> shown_;
    int hashWidth_ = 0;               // of all hashes, with the gaps before them
    int givenUp_ = 0;                 // steps; -1: not fitted
    QAbstractButton* hash_ = nullptr; // the ledger's, where there is one
    FlowLayout* row_;
};

} // namespace parcferme
