#pragma once

#include "ui/session/Message.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace parcferme {

class Banner;

// One message under the tool bar: what happened, what was kept, and what to do. It stays until it is closed,
// replaced, or another race is opened than the one it is about. All of the session are kept, to be listed.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show(const Message& message);
    void dismiss();
    void setHidden(const HiddenRaces& hidden); // results that must not be told
    void raceOpened(RaceId race);
    QString text() const;
    QString details() const; // empty while they do not show
    Severity severity() const;
    const std::vector<Message>& messages() const { return messages_; } // the newest last

Q_SIGNALS:
    void listWanted();

private:
    void showWords();
    void retry();

    std::vector<Message> messages_;
    HiddenRaces hidden_;
    RaceId race_ = 0; // that is open
    Banner* banner_;
    QPushButton* counter_;
    QPushButton* details_;
    QPushButton* retry_;
    QToolButton* close_;
    QLabel* more_;
};

} // namespace parcferme
