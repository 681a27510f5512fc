#include "history/HistoryTables.h"

#include "core/Csv.h"
#include "core/UtcTime.h"
#include "domain/Words.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace parcferme::history {

namespace {

using Kind = Column::Kind;

// The value of one field, or why it is none.
Result<QVariant> parse(const QString& text, Kind kind)
{
    const auto wrong = [&](const char* what) {
        return fail(ErrorCode::Data, QStringLiteral("\"%1\" is not %2").arg(text, QLatin1StringView(what)));
    };
    bool ok = true;
    switch (kind) {
    case Kind::Text:
        return text == text.trimmed() ? Result<QVariant>(text) : wrong("free of surrounding spaces");
    case Kind::Id: {
        static const QRegularExpression id(QStringLiteral("^[a-z0-9_-]+$"));
        return id.match(text).hasMatch() ? Result<QVariant>(text) : wrong("an id");
    }
    case Kind::Integer: {
        const int number = text.toInt(&ok);
        return ok && number >= 0 ? Result<QVariant>(number) : wrong("a whole number");
    }
    case Kind::Real: {
        const double number = text.toDouble(&ok);
        return ok && std::isfinite(number) ? Result<QVariant>(number) : wrong("a number");
    }
    case Kind::Flag:
        return text == QLatin1StringView("0") || text == QLatin1StringView("1")
                   ? Result<QVariant>(text.toInt())
                   : wrong("0 or 1");
    case Kind::Date:
        return dateFromIso(text) ? Result<QVariant>(text) : wrong("a date like 2026-06-07");
    case Kind::DateOrTime:
        if (dateFromIso(text))
            return text;
        [[fallthrough]];
    case Kind::Time: {
        const auto time = timeFromIso(text);
        return time && toIso(*time) == text ? Result<QVariant>(text)
                                            : wrong("a time like 2026-06-07T13:00:00Z");
    }
    case Kind::Colour: {
        static const QRegularExpression colour(QStringLiteral("^#[0-9a-f]{6}$"));
        return colour.match(text).hasMatch() ? Result<QVariant>(text) : wrong("a colour like #1e41ff");
    }
    case Kind::Classification:
        return classificationFromString(text) ? Result<QVariant>(text) : wrong("a classification");
    }
    return wrong("readable");
}

// Values of several columns of a row as one comparable text; null when one of them is empty.
QString keyOf(const Table& table, const QVariantList& row, const QStringList& columns)
{
    QStringList parts;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!columns.contains(QLatin1StringView(table.columns[i].name)))
            continue;
        const QVariant& value = row[static_cast<qsizetype>(i)];
        if (value.isNull())
            return {};
        parts.append(value.toString());
    }
    return parts.join(QLatin1Char(' '));
}

QSet<QString> keysOf(const Table& table, const std::vector<QVariantList>& rows, const QStringList& columns)
{
    QSet<QString> keys;
    for (const QVariantList& row : rows)
        keys.insert(keyOf(table, row, columns));
    return keys;
}

const Table& tableNamed(const char* name)
{
    return *std::ranges::find_if(tables(), [&](const Table& table) {
        return QLatin1StringView(table.name) == QLatin1StringView(name);
    });
}

// Reads and checks one file.
class TableReader
{
public:
    TableReader(const Table& table, const QString& folder, const Rows& earlier)
        : table_(table), file_(folder + QStringLiteral("/%1.csv").arg(QLatin1StringView(table.name))),
          earlier_(earlier)
    {
    }

    Result<std::vector<QVariantList>> read()
    {
        QFile file(file_);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Io, QStringLiteral("%1: %2.").arg(file_, file.errorString()));
        auto csv = readCsv(file.readAll());
        if (!csv)
            return fail(ErrorCode::Data, QStringLiteral("%1: %2").arg(file_, csv.error().message));
        QStringList expected;
        for (const Column& column : table_.columns)
            expected.append(QLatin1StringView(column.name));
        if (csv->header != expected)
            return wrong(1, QStringLiteral("the columns are \"%1\" and must be \"%2\"")
                                .arg(csv->header.join(QLatin1Char(',')), expected.join(QLatin1Char(','))));
        int line = 1;
        for (const QStringList& fields : csv->rows) {
            auto row = readRow(fields, ++line);
            if (!row)
                return tl::unexpected(row.error());
            rows_.push_back(std::move(*row));
        }
        if (Status status = checkKeys(); !status)
            return tl::unexpected(status.error());
        return std::move(rows_);
    }

private:
    tl::unexpected<Error> wrong(int line, const QString& why) const
    {
        return fail(ErrorCode::Data, QStringLiteral("%1:%2: %3.").arg(file_).arg(line).arg(why));
    }

    Result<QVariantList> readRow(const QStringList& fields, int line) const
    {
        QVariantList row;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const Column& column = table_.columns[i];
            const QString& text = fields[static_cast<qsizetype>(i)];
            const QString name = QLatin1StringView(column.name);
            if (text.contains(QLatin1Char('\n')) || text.contains(QChar::ReplacementCharacter))
                return wrong(line, QStringLiteral("%1 holds a line break or is not UTF-8").arg(name));
            if (text.isEmpty()) {
                if (column.required)
                    return wrong(line, QStringLiteral("%1 is empty").arg(name));
                row.append(QVariant());
                continue;
            }
            auto value = parse(text, column.kind);
            if (!value)
                return wrong(line, QStringLiteral("%1 %2").arg(name, value.error().message));
            row.append(*value);
        }
        if (!consistent(row))
            return wrong(line, QStringLiteral("%1 are not all given or all empty")
                                   .arg(table_.together.join(QStringLiteral(", "))));
        return row;
    }

    bool consistent(const QVariantList& row) const
    {
        int given = 0;
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            if (table_.together.contains(QLatin1StringView(table_.columns[i].name)))
                given += row[static_cast<qsizetype>(i)].isNull() ? 0 : 1;
        return given == 0 || given == table_.together.size();
    }

    Status checkKeys() const
    {
        for (const QStringList& columns : table_.unique) {
            QSet<QString> seen;
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                const QString key = keyOf(table_, rows_[i], columns);
                if (!key.isNull() && seen.contains(key))
                    return wrong(static_cast<int>(i) + 2, QStringLiteral("%1 \"%2\" is there twice")
                                                              .arg(columns.join(QStringLiteral(", ")), key));
                seen.insert(key);
            }
        }
        for (const Table::Reference& reference : table_.references) {
            const QSet<QString> known = keysOf(
                tableNamed(reference.table), earlier_[QLatin1StringView(reference.table)], reference.target);
            for (std::size_t i = 0; i < rows_.size(); ++i)
                if (const QString key = keyOf(table_, rows_[i], reference.columns); !known.contains(key))
                    return wrong(static_cast<int>(i) + 2,
                                 QStringLiteral("%1 \"%2\" is not in %3.csv")
                                     .arg(reference.columns.join(QStringLiteral(", ")), key,
                                          QLatin1StringView(reference.table)));
        }
        return {};
    }

    const Table& table_;
    QString file_;
    const Rows& earlier_;
    std::vector<QVariantList> rows_;
};

} // namespace

Result<Rows> readTables(const QString& folder)
{
    Rows rows;
    for (const Table& table : tables()) {
        auto read = TableReader(table, folder, rows).read();
        if (!read)
            return tl::unexpected(read.error());
        rows[QLatin1StringView(table.name)] = std::move(*read);
    }
    return rows;
}

} // namespace parcferme::history
