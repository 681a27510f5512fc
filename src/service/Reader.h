#pragma once

#include "service/Answer.h"
#include "service/Routes.h"

#include <QHash>

#include <memory>

namespace parcferme {

// Answers the calls that only read, with a tracker and a database connection of its own, for one thread.
// Answers of stored rows alone are kept until anybody, this program or another, has changed the database.
class Reader
{
public:
    // clock must outlive it.
    Reader(Settings settings, const Clock& clock);
    ~Reader();

    // target: as it was asked. A database that cannot be opened is an error of this call, and is tried again
    // by the next.
    Result<Answer> read(const Route& route, const Call& call, const QByteArray& target);

private:
    Status open();
    Result<Answer> readOpened(const Route& route, const Call& call, const QByteArray& target);

    Settings settings_;
    const Clock& clock_;
    std::unique_ptr<Tracker> tracker_;
    QString state_;                     // of the database, when answers_ were made
    QHash<QByteArray, Answer> answers_; // by target
};

} // namespace parcferme
