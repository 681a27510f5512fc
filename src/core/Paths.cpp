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
    const QString name = QStringLiteral("history.sqlite");
    const QString beside = QCoreApplication::applicationDirPath();
    for (const QString& folder :
         {QStringLiteral("/../share/parcferme/"), QStringLiteral("/"), QStringLiteral("/../")}) {
        const QFileInfo file(beside + folder + name);
        if (file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace parcferme
