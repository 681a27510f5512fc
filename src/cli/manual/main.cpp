#include "export/CsvWriter.h"
#include "manual/Manual.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cstdio>

using namespace parcferme;

namespace {

bool write(const QString& folder, const QString& name, const QByteArray& text)
{
    const QString path = folder + QLatin1Char('/') + name;
    QDir().mkpath(QFileInfo(path).path());
    const auto written = writeFile(path, text);
    if (!written)
        std::fprintf(stderr, "parcferme-make-manual: %s\n", qPrintable(written.error().text()));
    return written.has_value();
}

} // namespace

// parcferme-make-manual FOLDER: writes manual pages, bash completion and env.example under FOLDER.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("It is: parcferme-make-manual FOLDER\n", stderr);
        return 2;
    }
    const QString folder = arguments[1];
    const bool done =
        write(folder, QStringLiteral("man/man1/parcferme-cli.1"), commandLineManual()) &&
        write(folder, QStringLiteral("man/man1/parcferme.1"), programManual()) &&
        write(folder, QStringLiteral("bash-completion/completions/parcferme-cli"), commandLineCompletion()) &&
        write(folder, QStringLiteral("bash-completion/completions/parcferme"), programCompletion()) &&
        write(folder, QStringLiteral("doc/parcferme/examples/env.example"), environmentFile());
    return done ? 0 : 1;
}
