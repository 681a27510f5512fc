#pragma once

#include <QList>
#include <QString>

namespace parcferme {

// An option of a program or a command, as it is parsed, helped with and documented.
struct OptionWord
{
    QString name;  // without dashes
    QString value; // what stands for its value in the help; empty for a switch
    QString help;
};

// The options that both programs take: --database, --cache, --api, --offline.
const QList<OptionWord>& sharedOptions();

} // namespace parcferme
