#include "ui/app/StartLog.h"

#include "ui/app/SystemCheck.h"
#include "ui/session/WindowModel.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

namespace parcferme {

namespace {

Q_LOGGING_CATEGORY(startLog, "parcferme.start", QtWarningMsg)

} // namespace

StartLog::StartLog(QWidget& window, WindowModel& windowModel) : QObject(&window)
{
    if (!startLog().isDebugEnabled())
        return;
    qCDebug(startLog, "%s", qPrintable(systemFacts()));
    window.installEventFilter(this);
    connect(&windowModel, &WindowModel::raceChanged, this, [this] { shown_ = true; });
    connect(&windowModel, &WindowModel::message, this, [](const Message& message) {
        qCDebug(startLog, "%s %s", qPrintable(message.what), qPrintable(message.kept));
    });
}

bool StartLog::eventFilter(QObject* watched, QEvent* event)
{
    if (shown_ && event->type() == QEvent::UpdateRequest) {
        watched->removeEventFilter(this);
        // After this event is handled, and what it waits for.
        QTimer::singleShot(0, this, [] { qCDebug(startLog, "usable"); });
    }
    return false;
}

} // namespace parcferme
