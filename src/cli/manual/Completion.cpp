#include "cli/Command.h"
#include "manual/Manual.h"

#include <QStringList>

namespace parcferme {

namespace {

// What follows an option: a value that bash can complete as a folder or a file, or one that only the user
// knows.
struct ValueWords
{
    QStringList folders, files, others; // options with their dashes

    void add(const QList<OptionWord>& options)
    {
        for (const OptionWord& option : options) {
            QStringList* kind = option.value.isEmpty()                      ? nullptr
                                : option.value == QLatin1StringView("DIR")  ? &folders
                                : option.value == QLatin1StringView("FILE") ? &files
                                                                            : &others;
            const QString word = QStringLiteral("--") + option.name;
            if (kind && !kind->contains(word))
                kind->append(word);
        }
    }

    // The case of the word before the cursor, which ends the completion.
    QString cases() const
    {
        const auto line = [](const QStringList& words, const QString& action) {
            return words.isEmpty() ? QString()
                                   : QStringLiteral("        %1) %2 return ;;\n")
                                         .arg(words.join(QLatin1Char('|')), action);
        };
        return line(folders,
                    QStringLiteral(
                        "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\");")) +
               line(files, QStringLiteral(
                               "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\");")) +
               line(others, {});
    }

    QString all() const { return (folders + files + others).join(QLatin1Char('|')); }
};

QString words(const QList<OptionWord>& options)
{
    QStringList names;
    for (const OptionWord& option : options)
        names.append(QStringLiteral("--") + option.name);
    return names.join(QLatin1Char(' '));
}

} // namespace

QByteArray commandLineCompletion()
{
    ValueWords values;
    values.add(commonOptions());
    QStringList names;
    QString options, files;
    for (const Command& command : allCommands()) {
        values.add(command.options);
        names.append(command.name);
        if (!command.options.isEmpty())
            options +=
                QStringLiteral("        %1) words+=' %2' ;;\n").arg(command.name, words(command.options));
        if (command.arguments.contains(QLatin1StringView("DIR")))
            files +=
                QStringLiteral("        %1) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "
                               "\"$word\"); return ;;\n")
                    .arg(command.name);
    }
    const QString script =
        QStringLiteral(R"(# bash completion for parcferme-cli; made from the program's own words.
_parcferme_cli()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' words='%1' i
    COMPREPLY=()
    case $before in
%2    esac
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        %3) ((i++)) ;;
        -*) ;;
        *)
            command=${COMP_WORDS[i]}
            break
            ;;
        esac
    done
    if [[ $word != -* ]]; then
        if [[ -z $command ]]; then
            mapfile -t COMPREPLY < <(compgen -W '%4' -- "$word")
            return
        fi
        case $command in
%5        *) return ;;
        esac
    fi
    case $command in
%6    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _parcferme_cli parcferme-cli
)");
    return script
        .arg(words(commonOptions()), values.cases(), values.all(), names.join(QLatin1Char(' ')), files,
             options)
        .toUtf8();
}

QByteArray programCompletion()
{
    ValueWords values;
    values.add(sharedOptions());
    const QString script =
        QStringLiteral(R"(# bash completion for parcferme; made from the program's own words.
_parcferme()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    case $before in
%1    esac
    mapfile -t COMPREPLY < <(compgen -W '%2 --help --version' -- "$word")
}
complete -F _parcferme parcferme
)");
    return script.arg(values.cases(), words(sharedOptions())).toUtf8();
}

} // namespace parcferme
