#pragma once

#include "ui/session/HeaderState.h"

#include <QWidget>

class QAbstractButton;
class QLabel;
class QPainter;

namespace parcferme {

class FlowLayout;
class KindBadge;
class MineBadge;
class SegmentBar;

// Title, place, facts and the one large fact of the session at hand (countdown, mean error ...); the coloured
// rail at its left tells the kind of prediction.
class RaceHeader : public QWidget
{
    Q_OBJECT
public:
    explicit RaceHeader(QWidget* parent = nullptr);

    void setState(const HeaderState& state);
    // In a low window the table needs the room: no line of the place, and one row of facts. What is left out
    // is in the tooltip.
    void setLow(bool low);
    QString title() const;
    QString largeFact() const;

Q_SIGNALS:
    void hashClicked(const QByteArray& hash);
    void sessionChosen(parcferme::Session session);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

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
    // How the words of the title's row give way, one after the other, until all of the title shows.
    enum class Words { All, ShortCaption, ShortSessions, BadgesByIcon, Last = BadgesByIcon };
    void fitWords();
    void showWords(Words words);
    int roomForTitle() const;
    bool titleFits() const;
    void fitPlace();
    void fitFacts();
    void giveUp(int steps);
    QStringList keepOneRow(int room); // what is left out
    void showSessions(bool shortly);
    void showFacts();
    Shown factWidget(const HeaderFact& fact);
    QWidget* hashWidget(const QString& name, const QString& title, const QByteArray& hash);
    QString hashToolTip(bool withClient) const;
    void paintRail(QPainter& painter) const;
    void paintRailOfMine(QPainter& painter) const;
    QLabel* plainLabel(const QFont& font, bool muted);

    HeaderState state_;
    std::vector<Shown> shown_;
    int hashWidth_ = 0; // of all hashes, with the gaps before them
    int givenUp_ = 0;   // steps; -1: not fitted
    bool low_ = false;
    QAbstractButton* hash_ = nullptr; // where there is one
    QLabel* title_;
    SegmentBar* sessions_; // hidden where the weekend has no sprint
    KindBadge* badge_;
    MineBadge* mine_; // hidden where the page is not about the user's picks
    QLabel* place_;
    QWidget* facts_;
    FlowLayout* factRow_;
    QLabel* large_;
    QLabel* caption_;
};

} // namespace parcferme
