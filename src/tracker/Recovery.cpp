#include "tracker/Recovery.h"

#include "core/Sentence.h"
#include "store/Backups.h"

namespace parcferme {

std::vector<BackupFile> backupsOf(const Settings& settings)
{
    std::vector<BackupFile> files;
    if (settings.database.isSqlite())
        for (const Backups::Copy& copy : Backups(settings.database).list())
            files.push_back({copy.file, copy.made, copy.bytes});
    return files;
}

std::optional<BackupFile> newestGoodBackup(const Settings& settings)
{
    if (!settings.database.isSqlite())
        return std::nullopt;
    const auto copy = Backups(settings.database).newestGood();
    return copy ? std::optional(BackupFile{copy->file, copy->made, copy->bytes}) : std::nullopt;
}

Error withBackupAdvice(Error error, const Settings& settings)
{
    if (error.code != ErrorCode::DamagedDatabase || !settings.database.isSqlite())
        return error; // a server has its own backup: its advice says so
    const auto backup = newestGoodBackup(settings);
    error.advice =
        Sentence::tr("The file was left as it is. Move it away, with its -wal and -shm beside it, ") +
        (backup ? Sentence::tr("and put the newest good backup, %1, in its place.").arg(backup->file)
                : Sentence::tr("to start with a new database; there is no good backup."));
    return error;
}

} // namespace parcferme
