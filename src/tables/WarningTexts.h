#pragma once

#include <QStringList>

namespace parcferme {

// Warnings as they stand in a snapshot, in English for ever, in the language of the window. One that no
// catalogue knows comes out as it is stored.
QStringList warningTexts(const QStringList& stored);

} // namespace parcferme
