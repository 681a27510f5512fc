#include "cli/Invocation.h"

#include "core/UtcTime.h"
#include "domain/Words.h"

namespace parcferme {

namespace {

const OptionWord* find(const QList<OptionWord>& options, const QString& name)
{
    for (const OptionWord& option : options)
        if (option.name == name)
            return &option;
    return nullptr;
}

Status takeCommon(Invocation& call)
{
    using Key = Settings::Key;
    const QList<std::pair<QString, Key>> keys = {{QStringLiteral("database"), Key::Database},
                                                 {QStringLiteral("cache"), Key::CacheFolder},
                                                 {QStringLiteral("api"), Key::ApiUrl},
                                                 {QStringLiteral("player"), Key::Player}};
    for (const auto& [name, key] : keys)
        if (call.has(name))
            call.settings.insert(key, call.options.value(name));
    call.offline = call.has(QStringLiteral("offline"));
    const bool json = call.has(QStringLiteral("json"));
    const bool csv = call.has(QStringLiteral("csv"));
    if (json && csv)
        return fail(ErrorCode::Usage, QStringLiteral("--json and --csv exclude each other."));
    call.format = json ? Invocation::Format::Json : csv ? Invocation::Format::Csv : Invocation::Format::Text;
    if (call.has(QStringLiteral("as-of"))) {
        const auto time = timeFromIso(call.options.value(QStringLiteral("as-of")));
        if (!time)
            return fail(ErrorCode::Usage, QStringLiteral("--as-of: ") + time.error().message);
        call.asOf = *time;
    }
    return {};
}

} // namespace

Result<std::optional<int>> Invocation::number(const QString& option) const
{
    if (!has(option))
        return std::nullopt;
    bool ok = false;
    const int value = options.value(option).toInt(&ok);
    if (!ok)
        return fail(
            ErrorCode::Usage,
            QStringLiteral("--%1 is \"%2\"; it must be a whole number.").arg(option, options.value(option)));
    return value;
}

Result<std::optional<Stage>> Invocation::stage() const
{
    const QString option = QStringLiteral("stage");
    if (!has(option))
        return std::nullopt;
    const auto stage = stageFromString(options.value(option));
    if (!stage)
        return fail(ErrorCode::Usage, QStringLiteral("--stage: ") + stage.error().message);
    return *stage;
}

Result<Session> Invocation::session() const
{
    const QString option = QStringLiteral("session");
    if (!has(option))
        return Session::Race;
    const auto session = sessionFromString(options.value(option));
    if (!session)
        return fail(ErrorCode::Usage, QStringLiteral("--session: ") + session.error().message);
    return *session;
}

OptionWord sessionOption()
{
    return {QStringLiteral("session"), QStringLiteral("SESSION"),
            QStringLiteral("race (default), or the weekend's sprint")};
}

OptionWord scoreTableOption()
{
    return {QStringLiteral("table"), QStringLiteral("TABLE"),
            QStringLiteral("seasons (default), races (every score of every race), calibration or stages")};
}

const QList<OptionWord>& commonOptions()
{
    static const QList<OptionWord> options =
        sharedOptions() + QList<OptionWord>{
                              {QStringLiteral("json"), {}, QStringLiteral("print JSON")},
                              {QStringLiteral("csv"), {}, QStringLiteral("print CSV")},
                              {QStringLiteral("as-of"), QStringLiteral("ISO-TIME"),
                               QStringLiteral("use only what was known then; never freezes")},
                              {QStringLiteral("help"), {}, QStringLiteral("show this help")},
                              {QStringLiteral("version"), {}, QStringLiteral("show the version")},
                          };
    return options;
}

Result<Invocation> parseInvocation(const QStringList& words, const QList<OptionWord>& known)
{
    Invocation call;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (!word.startsWith(QLatin1StringView("--"))) {
            if (call.command.isEmpty())
                call.command = word;
            else
                call.arguments.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const OptionWord* option = find(commonOptions(), name);
        if (!option)
            option = find(known, name);
        if (!option)
            return fail(ErrorCode::Usage, QStringLiteral("Unknown option --%1.").arg(name),
                        QStringLiteral("See parcferme-cli --help."));
        QString value = QStringLiteral("true");
        if (!option->value.isEmpty()) {
            if (equals < 0 && i + 1 >= words.size())
                return fail(ErrorCode::Usage,
                            QStringLiteral("--%1 needs a value: %2.").arg(name, option->value));
            value = equals >= 0 ? word.mid(equals + 1) : words[++i];
        } else if (equals >= 0) {
            return fail(ErrorCode::Usage, QStringLiteral("--%1 takes no value.").arg(name));
        }
        call.options.insert(name, value);
    }
    const QString help = QStringLiteral("help");
    if (call.command == help) {
        call.options.insert(help, QStringLiteral("true"));
        call.command = call.arguments.isEmpty() ? QString() : call.arguments.takeFirst();
    }
    if (auto status = takeCommon(call); !status)
        return tl::unexpected(status.error());
    return call;
}

} // namespace parcferme
