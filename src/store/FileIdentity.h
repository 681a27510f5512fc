#pragma once

#include <QString>

#include <optional>

#include <sys/types.h>

namespace parcferme {

// Which file a path names: a copy under the same name is another one. Compares equal for the same file.
struct FileIdentity
{
    dev_t device = 0;
    ino_t inode = 0;

    // Nothing when the path names no file.
    static std::optional<FileIdentity> of(const QString& path);

    bool operator==(const FileIdentity&) const = default;
};

} // namespace parcferme
