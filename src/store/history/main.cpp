// parcferme-make-history FOLDER OUTPUT: a step of the build that compiles resources/history into one SQLite
// file.

#include "history/HistoryFile.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: parcferme-make-history FOLDER OUTPUT\n", stderr);
        return 2;
    }
    if (const auto status = parcferme::history::compile(arguments[1], arguments[2]); !status) {
        std::fprintf(stderr, "%s\n", qPrintable(status.error().text()));
        return 1;
    }
    return 0;
}
