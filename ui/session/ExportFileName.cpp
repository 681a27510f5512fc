#include "ui/session/ExportFileName.h"

#include "core/Search.h"
#include "tables/Names.h"

namespace parcferme {

QString exportFileName(const Race& race, const QString& what)
{
    QString name = searchKey(shortRaceName(race));
    for (QChar& letter : name)
        if (!letter.isLetterOrNumber())
            letter = u'-';
    return QStringLiteral("%1-%2-%3-%4").arg(race.year).arg(race.round, 2, 10, QChar(u'0')).arg(name, what);
}

} // namespace parcferme
