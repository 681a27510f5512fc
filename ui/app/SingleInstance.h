#pragma once

#include <QObject>

class QLocalServer;

namespace parcferme {

// One running program per user and database: a second start wakes the first and ends.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    // scope: what is shared, the database's address.
    explicit SingleInstance(const QString& scope, QObject* parent = nullptr);

    // True: this is the first one, and woken() follows when another starts. False: the first one was woken.
    // Of several that start in the same instant one is the first.
    bool claim();

Q_SIGNALS:
    void woken();

private:
    QString name_;
    QLocalServer* server_;
};

} // namespace parcferme
