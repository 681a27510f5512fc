#pragma once

#include "ui/session/HeaderState.h"

#include <QWidget>

class QLabel;
class QPainter;

namespace parcferme {

class HeaderFactRow;
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
    // How the words of the title's row give way, one after the other, until all of the title shows.
    enum class Words { All, ShortCaption, ShortSessions, BadgesByIcon, Last = BadgesByIcon };
    void fitWords();
    void showWords(Words words);
    int roomForTitle() const;
    bool titleFits() const;
    void fitPlace();
    void fitFacts();
    void showSessions(bool shortly);
    void paintRail(QPainter& painter) const;
    void paintRailOfMine(QPainter& painter) const;
    QLabel* plainLabel(const QFont& font, bool muted);

    HeaderState state_;
    bool low_ = false;
    QLabel* title_;
    SegmentBar* sessions_; // hidden where the weekend has no sprint
    KindBadge* badge_;
    MineBadge* mine_; // hidden where the page is not about the user's picks
    QLabel* place_;
    HeaderFactRow* facts_;
    QLabel* large_;
    QLabel* caption_;
};

} // namespace parcferme
