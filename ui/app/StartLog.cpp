#include "ui/app/StartLog.h"

#include "ui/app/SystemCheck.h"
#include "ui/window/Session.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

namespace parcferme {

namespace {

Q_LOGGING_CATEGORY(startLog, "parcferme.start", QtWarningMsg)

} // namespace

StartLog::StartLog(QWidget& window, Session& session) : QObject(&window)
{
    if (!startLog().isDebugEnabled())
        return;
    qCDebug(startLog, "%s", qPrintable(systemFacts()));
    window.installEventFilter(this);
    connect(&session, &Session::raceChanged, this, [this] { shown_ = true; });
    connect(&session, &Session::message, this, [](const Message& message) {
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
