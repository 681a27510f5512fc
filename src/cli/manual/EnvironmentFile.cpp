#include "core/Environment.h"
#include "manual/Manual.h"

#include <QStringList>

namespace parcferme {

namespace {

constexpr qsizetype Width = 118;

// Whole words on lines that begin with "# ".
QString comment(const QString& text)
{
    QString lines;
    QString line = QStringLiteral("#");
    for (const QString& word : text.split(QLatin1Char(' '))) {
        if (line.size() + 1 + word.size() > Width) {
            lines += line + QLatin1Char('\n');
            line = QStringLiteral("#");
        }
        line += QLatin1Char(' ') + word;
    }
    return lines + line + QLatin1Char('\n');
}

} // namespace

QByteArray environmentFile()
{
    QString text = comment(QStringLiteral("Settings of Parc Fermé by environment. They win over the "
                                          "preferences of the window, and the command line wins "
                                          "over them. A line that is left empty counts as not set; a value "
                                          "that does not parse is an error that names "
                                          "it."));
    for (const VariableWord& word : environmentVariables()) {
        const bool service = word.reader == VariableWord::Reader::Service;
        text += QLatin1Char('\n') +
                comment(service ? QStringLiteral("For parcferme-cli serve. ") + word.details : word.details);
        text += word.name + QStringLiteral("=\n");
    }
    return text.toUtf8();
}

} // namespace parcferme
