#pragma once

#include "core/Error.h"
#include "core/OptionWord.h"
#include "core/Settings.h"
#include "domain/Prediction.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace parcferme {

// One call of parcferme-cli, as typed: command, its arguments, options.
struct Invocation
{
    enum class Format { Text, Json, Csv };

    QString command;
    QStringList arguments;
    QHash<QString, QString> options; // by name without dashes; a switch has the value "true"
    Settings::Values settings;       // of the common options
    Format format = Format::Text;
    bool offline = false;
    std::optional<QDateTime> asOf;

    bool has(const QString& option) const { return options.contains(option); }
    // An option's whole number. Errors: Usage.
    Result<std::optional<int>> number(const QString& option) const;
    // The stage of --stage. Errors: Usage.
    Result<std::optional<Stage>> stage() const;
    // The session of --session; without it the Grand Prix. Errors: Usage.
    Result<Session> session() const;
};

// --session, of the commands that have to do with one session of a weekend.
OptionWord sessionOption();
OptionWord scoreTableOption(); // see ScoreTables.h

// The options that every command takes.
const QList<OptionWord>& commonOptions();

// Splits the words after the program's name into an invocation; `known` are the command's own options.
// Options may stand anywhere, as "--name value" or "--name=value". "help predict" is
// "predict --help". Errors: Usage.
Result<Invocation> parseInvocation(const QStringList& words, const QList<OptionWord>& known);

} // namespace parcferme
