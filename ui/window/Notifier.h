#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace parcferme {

// Notifications of the desktop, where it has a tray for them; one that is clicked asks for the window.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(QWidget& window);

    void notify(const QString& head, const QString& words);

Q_SIGNALS:
    void clicked();

private:
    QWidget& window_;
    QSystemTrayIcon* tray_ = nullptr; // made with the first notification
};

} // namespace parcferme
