#pragma once

#include <QByteArray>

namespace parcferme {

// The documents that are made from the programs' own words: commands, options, variables, exit statuses. Each
// is the whole file, in UTF-8 (the manual pages in ASCII).
QByteArray commandLineManual();     // parcferme-cli(1)
QByteArray programManual();         // parcferme(1)
QByteArray environmentFile();       // packaging/env.example
QByteArray commandLineCompletion(); // bash, for parcferme-cli
QByteArray programCompletion();     // bash, for parcferme

} // namespace parcferme
