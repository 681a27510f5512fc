#pragma once

#include <QString>

namespace parcferme {

// Folders of the user's machine, after the XDG rules; none is created by asking.
QString dataFolder();  // ~/.local/share/parcferme
QString cacheFolder(); // ~/.cache/parcferme

// The database that ships with the program (race facts of past seasons), or an empty string where it is not
// found: beside the executable's build tree, or under <prefix>/share/parcferme.
QString bundledHistoryFile();

} // namespace parcferme
