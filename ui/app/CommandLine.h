#pragma once

#include "core/Settings.h"

namespace parcferme {

// What was typed after the program's name.
struct CommandLine
{
    Settings::Values settings;
    bool offline = false;
};

// True when the words only ask for --help or --version, which need no display.
bool asksForWordsOnly(int argc, char** argv);

// Of the running application. Ends the program after --help, --version or a mistake.
CommandLine readCommandLine();

} // namespace parcferme
