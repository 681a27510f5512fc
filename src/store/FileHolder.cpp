#include "store/FileHolder.h"

#include <QFile>

#include <fcntl.h>

namespace parcferme {

namespace {

// Of SQLite's file format, "File Locking": every connection to a WAL database holds a read lock here.
constexpr off_t SharedFirst = 0x40000000 + 2;
constexpr off_t SharedSize = 510;

} // namespace

std::optional<qint64> holderOf(const QString& sqliteFile)
{
    QFile file(sqliteFile);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = SharedFirst;
    lock.l_len = SharedSize;
    if (fcntl(file.handle(), F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK)
        return std::nullopt;
    return lock.l_pid;
}

} // namespace parcferme
