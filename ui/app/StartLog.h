#pragma once

#include <QObject>

class QWidget;

namespace parcferme {

class WindowModel;

// Says in the log "parcferme.start" what was found on this system and which messages the window shows
// (packaging/portable-test reads them), and when the window can be used: the first race is shown and painted
// (tests/bench/window measures it). Does nothing while that log is off, as it is by default.
class StartLog : public QObject
{
public:
    StartLog(QWidget& window, WindowModel& windowModel);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool shown_ = false;
};

} // namespace parcferme
