#pragma once

#include "../source/LoopbackServer.h"

#include <QFile>
#include <QThread>

namespace parcferme {

// A data source on this machine, on a thread of its own: it knows one result, Monaco 2024 with a point taken
// from the winner, so that a sync has something to store.
class ResultServer
{
public:
    ResultServer()
    {
        QFile file(QStringLiteral(PARCFERME_TEST_DATA "/jolpica/results-2024-monaco.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The recorded result is missing.");
        result_ = file.readAll().replace("\"points\": \"25\"", "\"points\": \"24\"");
        home_.moveToThread(&thread_);
        thread_.start();
        QMetaObject::invokeMethod(
            &home_,
            [this] {
                server_ = new LoopbackServer([this](const LoopbackServer::Asked& asked) {
                    return LoopbackServer::Answer{200, bodyFor(asked.target),
                                                  "Content-Type: application/json\r\n"};
                });
                server_->setParent(&home_);
                url = server_->url(QStringLiteral("/ergast/f1"));
            },
            Qt::BlockingQueuedConnection);
    }

    ~ResultServer()
    {
        QMetaObject::invokeMethod(&home_, [this] { delete server_; }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }

    QUrl url;

private:
    QByteArray bodyFor(const QByteArray& target) const
    {
        if (target.contains("/2024/8/results"))
            return result_;
        return R"({"MRData": {"limit": "100", "offset": "0", "total": "0", "RaceTable": {"Races": []}}})";
    }

    QByteArray result_;
    QThread thread_;
    QObject home_;
    LoopbackServer* server_ = nullptr;
};

} // namespace parcferme
