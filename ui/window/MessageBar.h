#pragma once

#include "ui/session/Message.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace parcferme {

class Banner;

// One message under the tool bar: what happened, what was kept, and what to do. It stays until it is closed
// or replaced; further messages collapse to the newest with a count.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show(const Message& message);
    void dismiss();
    QString text() const;
    QString details() const; // empty while they do not show
    int count() const;       // messages since the bar was empty
    Severity severity() const;

private:
    void retry();

    Message message_;
    int count_ = 0;
    Banner* banner_;
    QLabel* counter_;
    QPushButton* details_;
    QPushButton* retry_;
    QToolButton* close_;
    QLabel* more_;
};

} // namespace parcferme
