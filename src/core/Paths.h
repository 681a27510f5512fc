#pragma once

#include <QString>

namespace parcferme {

// Folders of the user's machine, after the XDG rules; none is created by asking.
QString dataFolder();  // ~/.local/share/parcferme
QString cacheFolder(); // ~/.cache/parcferme

// The database that ships with the program (race facts of past seasons), or an empty string where it is not
// found. Looked for from where the executable stands, ../share/parcferme: the build tree, /usr and a prefix
// that was moved elsewhere have the same shape.
QString bundledHistoryFile();

} // namespace parcferme
