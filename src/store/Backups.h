#pragma once

#include "core/Error.h"
#include "core/Settings.h"

#include <QDateTime>

#include <vector>

namespace parcferme {

class Database;

// Copies of a database in the folder `backups` beside it, under dated names, and a damaged one set aside.
// Nothing is ever overwritten; only the oldest daily copies are removed. All that is of files: a server has
// its own backup, so that none is made or found of it, and to restore one is an error.
class Backups
{
public:
    static constexpr int Kept = 7;

    struct Copy
    {
        QString file;
        QDateTime made; // by its name
        qint64 bytes = 0;
    };

    explicit Backups(const DatabaseLocation& location) : location_(location) {}

    // Newest first. Copies that a migration made count too.
    std::vector<Copy> list() const;
    // The newest that is whole; nothing when there is none.
    std::optional<Copy> newestGood() const;

    // Copies the database unless today's copy is there already or it holds nothing that would be missed: no
    // prediction, no grid by hand. Its integrity is checked first, so that a damaged database never pushes
    // out a good copy. Answers the new file; empty when none was needed. Errors: DamagedDatabase, Database,
    // Io.
    Result<QString> makeDaily(Database& database, const QDateTime& now) const;

    // Brings a copy back; the database that is there is set aside first. This process must not have it open.
    // Errors: NotFound (no such copy), DamagedDatabase (the copy is not whole), Database (another program has
    // the database open), Io; the database is as it was then.
    Status restore(const QString& copy, const QDateTime& now) const;

    // Moves the database, with its log, to a dated name beside it, so that the next start finds none. Answers
    // the new name; empty when there was no file. This process must not have it open. Errors: Database
    // (another program has), Io.
    Result<QString> setAside(const QDateTime& now) const;

private:
    QString folder() const;
    void prune(const QDateTime& now) const;

    DatabaseLocation location_;
};

} // namespace parcferme
