#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace parcferme {

// What the window takes from the system it runs on, as sentences for where it is not there; else empty
// strings.

// Asked before there is a QApplication, which without a display ends the program with advice to install it
// anew.
QString missingDisplay(const QProcessEnvironment& environment, const QStringList& arguments);

// Without a font every letter is an empty box, so this cannot be said in the window. `family`: what letters
// are drawn with; Qt lists families where there are none.
QString missingFonts(const QString& family);

// What was found, in one line for the log: display, language and a word of Qt's in it, zone, font.
QString systemFacts();

} // namespace parcferme
