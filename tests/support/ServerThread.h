#pragma once

#include "support/LoopbackServer.h"

#include <QFile>
#include <QThread>

#include <utility>

namespace parcferme {

// A LoopbackServer on a thread of its own, for tests that wait for other programs without an event loop. The
// function that answers runs on that thread.
class ServerThread
{
public:
    explicit ServerThread(LoopbackServer::Handler respond)
    {
        home_.moveToThread(&thread_);
        thread_.start();
        QMetaObject::invokeMethod(
            &home_,
            [this, &respond] {
                server_ = new LoopbackServer(std::move(respond));
                server_->setParent(&home_);
                url_ = server_->url(QStringLiteral("/ergast/f1"));
            },
            Qt::BlockingQueuedConnection);
    }

    ~ServerThread()
    {
        QMetaObject::invokeMethod(&home_, [this] { delete server_; }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }

    QUrl url() const { return url_; } // of the API

    // What is answered where nothing is published.
    static inline const QByteArray Empty =
        R"({"MRData": {"limit": "100", "offset": "0", "total": "0", "RaceTable": {"Races": []}}})";
    // A recorded answer of the API, "results-2024-monaco.json".
    static QByteArray recorded(const char* name)
    {
        QFile file(QStringLiteral(PARCFERME_TEST_DATA "/jolpica/") + QLatin1StringView(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing.", name);
        return file.readAll();
    }
    static LoopbackServer::Answer json(const QByteArray& body)
    {
        return {200, body, "Content-Type: application/json\r\n"};
    }

private:
    QThread thread_;
    QObject home_;
    LoopbackServer* server_ = nullptr;
    QUrl url_;
};

} // namespace parcferme
