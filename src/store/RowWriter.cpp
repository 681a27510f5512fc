#include "store/RowWriter.h"

namespace parcferme {

namespace {

constexpr qsizetype ValuesAtOnce = 2000; // far below what either engine can bind

} // namespace

RowWriter::RowWriter(Database& database, QString table, QStringList columns)
    : database_(database), table_(std::move(table)), columns_(std::move(columns)),
      rowsAtOnce_(ValuesAtOnce / columns_.size())
{
}

Result<Statement> RowWriter::prepare(qsizetype rows)
{
    const QStringList places(columns_.size(), QStringLiteral("?"));
    const QStringList all(rows, QLatin1Char('(') + places.join(QLatin1Char(',')) + QLatin1Char(')'));
    return database_.prepare(QStringLiteral("INSERT INTO %1 (%2) VALUES %3")
                                 .arg(table_, columns_.join(QLatin1Char(',')), all.join(QLatin1Char(','))));
}

Status RowWriter::write(Statement& statement)
{
    const QVariantList values = std::exchange(waiting_, {});
    return statement.run(values);
}

Status RowWriter::add(const QVariantList& row)
{
    waiting_ += row;
    if (waiting_.size() < rowsAtOnce_ * columns_.size())
        return {};
    if (!many_) {
        auto prepared = prepare(rowsAtOnce_);
        if (!prepared)
            return tl::unexpected(prepared.error());
        many_ = std::move(*prepared);
    }
    return write(*many_);
}

Status RowWriter::finish()
{
    if (waiting_.isEmpty())
        return {};
    auto last = prepare(waiting_.size() / columns_.size());
    return last ? write(*last) : tl::unexpected(last.error());
}

} // namespace parcferme
