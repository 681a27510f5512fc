#pragma once

#include "support/ServerThread.h"

#include <atomic>

namespace parcferme {

// A data source on this machine. It knows one result, Monaco 2024, of which there are versions: version v
// gives every driver v points more.
class SourceServer
{
public:
    static constexpr int Drivers = 20;

    std::atomic<int> version = 1;
    std::atomic<int> asked = 0;
    std::atomic<bool> slow = false; // every answer takes a second or two

private:
    LoopbackServer::Answer answer(const LoopbackServer::Asked& request)
    {
        ++asked;
        LoopbackServer::Answer answer = ServerThread::json(bodyFor(request.target));
        if (slow)
            answer.way = LoopbackServer::Answer::ByteAtATime;
        return answer;
    }

    QByteArray bodyFor(const QByteArray& target) const
    {
        const bool results = target.contains("/2024/8/results") || target.contains("/2024/results");
        if (!results || slow)
            return ServerThread::Empty;
        QByteArray text = ServerThread::recorded("results-2024-monaco.json");
        const QByteArray key = "\"points\": \"";
        for (qsizetype at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
            const qsizetype begin = at + key.size();
            const qsizetype size = text.indexOf('"', begin) - begin;
            text.replace(begin, size, QByteArray::number(text.sliced(begin, size).toInt() + version));
        }
        return text;
    }

    ServerThread thread_{[this](const LoopbackServer::Asked& request) { return answer(request); }};

public:
    const QUrl url = thread_.url();
};

} // namespace parcferme
