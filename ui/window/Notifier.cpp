#include "ui/window/Notifier.h"

#include <QSystemTrayIcon>
#include <QWidget>

namespace parcferme {

Notifier::Notifier(QWidget& window) : QObject(&window), window_(window) {}

void Notifier::notify(const QString& head, const QString& words)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!tray_) {
        tray_ = new QSystemTrayIcon(window_.windowIcon(), this);
        connect(tray_, &QSystemTrayIcon::messageClicked, this, &Notifier::clicked);
    }
    tray_->show();
    tray_->showMessage(head, words);
}

} // namespace parcferme
