#include "store/LedgerRecord.h"

#include "core/Sentence.h"

namespace parcferme {

QString LedgerRecord<Prediction>::misfit(qint64 id, const QString& why)
{
    return Sentence::tr("Prediction %1 does not fit: %2.").arg(id).arg(why);
}

QString LedgerRecord<Prediction>::notThere(qint64 id)
{
    return Sentence::tr("There is no prediction with the id %1.").arg(id);
}

QString LedgerRecord<Prediction>::withoutDrivers()
{
    return Sentence::tr("A prediction without a single driver is none.");
}

QString LedgerRecord<Prediction>::notItsSnapshot()
{
    return Sentence::tr("The snapshot is not that of this prediction.");
}

QString LedgerRecord<Prediction>::notInOrder()
{
    return Sentence::tr("The entries of a prediction are not in the order of their positions.");
}

QString LedgerRecord<Prediction>::entriesOfNone()
{
    return Sentence::tr("there are entries, but no prediction");
}

QString LedgerRecord<Pick>::misfit(qint64 id, const QString& why)
{
    return Sentence::tr("Pick %1 does not fit: %2.").arg(id).arg(why);
}

QString LedgerRecord<Pick>::notThere(qint64 id)
{
    return Sentence::tr("There is no pick with the id %1.").arg(id);
}

QString LedgerRecord<Pick>::withoutDrivers()
{
    return Sentence::tr("A pick without a single driver is none.");
}

QString LedgerRecord<Pick>::notItsSnapshot()
{
    return Sentence::tr("The snapshot is not that of this pick.");
}

QString LedgerRecord<Pick>::notInOrder()
{
    return Sentence::tr("The entries of a pick are not in the order of their positions.");
}

QString LedgerRecord<Pick>::entriesOfNone()
{
    return Sentence::tr("there are entries, but no pick");
}

} // namespace parcferme
