#pragma once

#include "core/Settings.h"
#include "tracker/Views.h"

namespace parcferme {

// Copies of the database that can be brought back, newest first; see TrackerThread::restore.
std::vector<BackupFile> backupsOf(const Settings& settings);

// The newest that is whole: every page of it is read.
std::optional<BackupFile> newestGoodBackup(const Settings& settings);

// The error of a damaged database, with the newest good backup in its advice.
Error withBackupAdvice(Error error, const Settings& settings);

} // namespace parcferme
