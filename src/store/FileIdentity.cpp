#include "store/FileIdentity.h"

#include <QFile>

#include <sys/stat.h>

namespace parcferme {

std::optional<FileIdentity> FileIdentity::of(const QString& path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return FileIdentity{found.st_dev, found.st_ino};
}

} // namespace parcferme
