#include "store/TableDump.h"

#include "store/Transaction.h"

namespace parcferme {

namespace {

Result<QStringList> tableNames(Database& database)
{
    auto statement = database.run(database.dialect().tableNames());
    if (!statement)
        return tl::unexpected(statement.error());
    QStringList names;
    const auto read = statement->each([&names](const Statement& row) -> Status {
        names.append(row.text(0));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return names;
}

Result<TableDump::Contents> contentsOf(Database& database, const QString& table)
{
    // The name comes from the schema itself, never from outside. No key has more than three columns, and the
    // one table with fewer has a key of one.
    const bool narrow = table == QLatin1StringView("program_state");
    auto statement = database.run(QStringLiteral("SELECT * FROM \"%1\" ORDER BY 1, 2%2")
                                      .arg(table, narrow ? QLatin1StringView() : QLatin1StringView(", 3")));
    if (!statement)
        return tl::unexpected(statement.error());
    TableDump::Contents contents;
    contents.name = table;
    contents.columns = statement->columns();
    const auto read = statement->each([&contents](const Statement& row) -> Status {
        QVariantList cells;
        for (int column = 0; column < contents.columns.size(); ++column)
            cells.append(row.isNull(column) ? QVariant() : row.value(column));
        contents.rows.push_back(std::move(cells));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return contents;
}

} // namespace

Result<std::vector<TableDump::Contents>> TableDump::all() const
{
    auto transaction = Transaction::begin(*database_, Transaction::Mode::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto names = tableNames(*database_);
    if (!names)
        return tl::unexpected(names.error());
    std::vector<Contents> tables;
    for (const QString& name : *names) {
        auto contents = contentsOf(*database_, name);
        if (!contents)
            return tl::unexpected(contents.error());
        tables.push_back(std::move(*contents));
    }
    return tables;
}

} // namespace parcferme
