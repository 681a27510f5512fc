#include "ui/app/CommandLine.h"

#include "core/Environment.h"
#include "core/OptionWord.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace parcferme {

namespace {

QString description()
{
    QString text = QStringLiteral("Formula 1 predictions that cannot be changed afterwards.\n\n"
                                  "Environment (the options win over it):\n");
    for (const VariableWord& word : environmentVariables())
        if (word.reader == VariableWord::Reader::BothPrograms)
            text += QStringLiteral("  %1 %2\n").arg(word.name, -26).arg(word.summary);
    return text.chopped(1);
}

} // namespace

bool asksForWordsOnly(int argc, char** argv)
{
    static constexpr std::array<std::string_view, 5> Asking = {"-h", "--help", "--help-all", "-v",
                                                               "--version"};
    return std::any_of(argv + 1, argv + argc, [](const char* word) {
        return std::find(Asking.begin(), Asking.end(), word) != Asking.end();
    });
}

CommandLine readCommandLine()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description());
    parser.addHelpOption();
    parser.addVersionOption();
    for (const OptionWord& word : sharedOptions())
        parser.addOption({word.name, word.help, word.value});
    parser.process(*QCoreApplication::instance());
    return {{{Settings::Key::Database, parser.value(QStringLiteral("database"))},
             {Settings::Key::CacheFolder, parser.value(QStringLiteral("cache"))},
             {Settings::Key::ApiUrl, parser.value(QStringLiteral("api"))},
             {Settings::Key::Player, parser.value(QStringLiteral("player"))}},
            parser.isSet(QStringLiteral("offline"))};
}

} // namespace parcferme
