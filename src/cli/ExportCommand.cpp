#include "cli/Command.h"
#include "export/CsvWriter.h"

#include <QDir>

namespace parcferme {

namespace {

QCoro::Task<int> run(Session session)
{
    const QDir folder(session.call.arguments.value(0));
    const auto tables = session.tracker.tables();
    if (!tables)
        co_return session.console.fail(tables.error());
    if (!folder.mkpath(QStringLiteral(".")))
        co_return session.console.fail({ErrorCode::Io,
                                        QStringLiteral("The folder %1 cannot be made.").arg(folder.path()),
                                        QStringLiteral("Nothing was written.")});
    Table written{{{QStringLiteral("table"), QStringLiteral("Table"), Show::Plain, false},
                   {QStringLiteral("rows"), QStringLiteral("Rows"), Show::Plain, true},
                   {QStringLiteral("file"), QStringLiteral("File"), Show::Plain, false}},
                  {}};
    QJsonArray json;
    for (const StoredTable& stored : *tables) {
        const QString file = folder.filePath(stored.name + QStringLiteral(".csv"));
        Table table;
        for (const QString& column : stored.columns)
            table.columns.push_back({column, column, Show::Plain, false});
        table.rows = stored.rows;
        if (const auto status = writeCsv(file, table); !status)
            co_return session.console.fail(status.error());
        const int rows = static_cast<int>(table.rows.size());
        written.rows.push_back({stored.name, rows, file});
        json.append(QJsonObject{{QStringLiteral("table"), stored.name},
                                {QStringLiteral("rows"), rows},
                                {QStringLiteral("file"), file}});
    }
    session.console.answer(QStringLiteral("Exported"), written, json);
    co_return 0;
}

} // namespace

Command exportCommand()
{
    Command command{QStringLiteral("export"), QStringLiteral("DIR"),
                    QStringLiteral("write every table as CSV"), 1, 1};
    command.run = run;
    return command;
}

} // namespace parcferme
