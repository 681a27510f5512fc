#pragma once

#include "../source/LoopbackServer.h"

#include <QFile>
#include <QThread>

#include <atomic>

namespace parcferme {

// A data source on this machine, on a thread of its own. It knows one result, Monaco 2024, of which there are
// versions: version v gives every driver v points more.
class SourceServer
{
public:
    static constexpr int Drivers = 20;

    SourceServer()
    {
        home_.moveToThread(&thread_);
        thread_.start();
        QMetaObject::invokeMethod(
            &home_,
            [this] {
                server_ =
                    new LoopbackServer([this](const LoopbackServer::Asked& asked) { return answer(asked); });
                server_->setParent(&home_);
                url = server_->url(QStringLiteral("/ergast/f1"));
            },
            Qt::BlockingQueuedConnection);
    }

    ~SourceServer()
    {
        QMetaObject::invokeMethod(&home_, [this] { delete server_; }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }

    QUrl url;
    std::atomic<int> version = 1;
    std::atomic<int> asked = 0;
    std::atomic<bool> slow = false; // every answer takes a second or two

private:
    LoopbackServer::Answer answer(const LoopbackServer::Asked& request)
    {
        ++asked;
        LoopbackServer::Answer answer{200, bodyFor(request.target), "Content-Type: application/json\r\n"};
        if (slow)
            answer.way = LoopbackServer::Answer::ByteAtATime;
        return answer;
    }

    QByteArray bodyFor(const QByteArray& target) const
    {
        const bool results = target.contains("/2024/8/results") || target.contains("/2024/results");
        if (!results || slow)
            return R"({"MRData": {"limit": "100", "offset": "0", "total": "0", "RaceTable": {"Races": []}}})";
        QFile file(QStringLiteral(PARCFERME_TEST_DATA "/jolpica/results-2024-monaco.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The recorded result is missing.");
        QByteArray text = file.readAll();
        const QByteArray key = "\"points\": \"";
        for (qsizetype at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
            const qsizetype begin = at + key.size();
            const qsizetype size = text.indexOf('"', begin) - begin;
            text.replace(begin, size, QByteArray::number(text.sliced(begin, size).toInt() + version));
        }
        return text;
    }

    QThread thread_;
    QObject home_;
    LoopbackServer* server_ = nullptr;
};

} // namespace parcferme
