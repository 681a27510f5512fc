#include "ui/session/Message.h"

#include "ui/session/RaceWords.h"

namespace parcferme {

QString Message::head(const HiddenRaces& hidden) const
{
    if (!subject)
        return what;
    const bool silent = !whileHidden.isEmpty() && hidden.hides(subject->race);
    return QStringLiteral("%1 – %2").arg(RaceWords::shortTitle(subject->race, subject->session),
                                         silent ? whileHidden : what);
}

} // namespace parcferme
