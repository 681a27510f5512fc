#include "ui/session/ExportFileName.h"

#include "core/Search.h"
#include "core/Version.h"
#include "domain/Words.h"
#include "tables/Names.h"
#include "ui/session/RaceWords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace parcferme {

QString exportFileName(const Race& race, const QString& what, Session session,
                       std::optional<PredictionKind> kind)
{
    QString name = searchKey(shortRaceName(race));
    for (QChar& letter : name)
        if (!letter.isLetterOrNumber())
            letter = u'-';
    QStringList parts = {QString::number(race.year), QStringLiteral("%1").arg(race.round, 2, 10, QChar(u'0')),
                         name};
    if (session == Session::Sprint)
        parts << toString(session);
    parts << what;
    if (kind)
        parts << toString(*kind);
    return parts.join(u'-');
}

QString pictureCaption(const Race& race, Session session, std::optional<PredictionKind> kind)
{
    const QString title = QStringLiteral("%1 %2").arg(race.name).arg(race.year);
    const QString of = session == Session::Sprint
                           ? QCoreApplication::translate("PictureCaption", "%1, sprint").arg(title)
                           : title;
    return pictureCaption(kind ? of + QStringLiteral(" · ") + RaceWords::kind(*kind) : of);
}

QString pictureCaption(const QString& what)
{
    return what + QStringLiteral(" · ") +
           QCoreApplication::translate("PictureCaption", "Parc Fermé %1")
               .arg(QStringLiteral(PARCFERME_VERSION));
}

QString freeFile(const QString& folder, const QString& name)
{
    const QDir dir(folder);
    const QFileInfo wanted(name);
    QString free = name;
    for (int number = 2; dir.exists(free); ++number)
        free = QStringLiteral("%1-%2.%3").arg(wanted.completeBaseName()).arg(number).arg(wanted.suffix());
    return dir.filePath(free);
}

} // namespace parcferme
