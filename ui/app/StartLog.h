#pragma once

#include <QObject>

class QWidget;

namespace parcferme {

class WindowModel;

// Says in the log "parcferme.start" when the window can be used: the first race is shown and painted. For
// measuring (tests/bench/window); does nothing while that log is off, as it is by default.
class StartLog : public QObject
{
public:
    StartLog(QWidget& window, WindowModel& windowModel);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool shown_ = false;
};

} // namespace parcferme
