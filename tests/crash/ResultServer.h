#pragma once

#include "../source/ServerThread.h"

namespace parcferme {

// A data source on this machine: it knows one result, Monaco 2024 with a point taken from the winner, so that
// a sync has something to store.
class ResultServer
{
    ServerThread thread_{[result = result()](const LoopbackServer::Asked& asked) {
        return ServerThread::json(asked.target.contains("/2024/8/results") ? result : ServerThread::Empty);
    }};

public:
    const QUrl url = thread_.url();

private:
    static QByteArray result()
    {
        return ServerThread::recorded("results-2024-monaco.json")
            .replace("\"points\": \"25\"", "\"points\": \"24\"");
    }
};

} // namespace parcferme
