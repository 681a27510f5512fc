#include "core/Paths.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace parcferme {

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/parcferme");
}

QString cacheFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/parcferme");
}

QString bundledHistoryFile()
{
    const QFileInfo file(QCoreApplication::applicationDirPath() +
                         QStringLiteral("/../share/parcferme/history.sqlite"));
    return file.isFile() ? file.canonicalFilePath() : QString();
}

} // namespace parcferme
