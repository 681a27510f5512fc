#include "core/Csv.h"

namespace parcferme {

namespace {

// One pass over the text; keeps where it is so that an error can name the line.
class CsvReader
{
public:
    explicit CsvReader(const QString& text) : text_(text) {}

    bool atEnd() const { return at_ >= text_.size(); }
    int line() const { return line_; }

    Result<QStringList> record()
    {
        QStringList fields;
        for (;;) {
            auto field =
                at_ < text_.size() && text_[at_] == QLatin1Char('"') ? quoted() : Result<QString>(plain());
            if (!field)
                return tl::unexpected(field.error());
            fields.append(*field);
            if (atEnd() || text_[at_] != QLatin1Char(','))
                break;
            ++at_;
        }
        if (!atEnd() && text_[at_] == QLatin1Char('\r'))
            ++at_;
        if (!atEnd() && text_[at_] != QLatin1Char('\n'))
            return fail(ErrorCode::Data, QStringLiteral("Line %1: text after a closing quote.").arg(line_));
        ++at_;
        ++line_;
        return fields;
    }

private:
    QString plain()
    {
        const qsizetype from = at_;
        while (!atEnd() && text_[at_] != QLatin1Char(',') && text_[at_] != QLatin1Char('\n') &&
               text_[at_] != QLatin1Char('\r'))
            ++at_;
        return text_.mid(from, at_ - from);
    }

    Result<QString> quoted()
    {
        QString field;
        const int from = line_;
        for (++at_; !atEnd(); ++at_) {
            if (text_[at_] == QLatin1Char('"')) {
                if (at_ + 1 >= text_.size() || text_[at_ + 1] != QLatin1Char('"')) {
                    ++at_;
                    return field;
                }
                ++at_;
            } else if (text_[at_] == QLatin1Char('\n')) {
                ++line_;
            }
            field.append(text_[at_]);
        }
        return fail(ErrorCode::Data, QStringLiteral("Line %1: a quote is never closed.").arg(from));
    }

    const QString& text_;
    qsizetype at_ = 0;
    int line_ = 1;
};

} // namespace

int CsvTable::column(const QString& name) const
{
    return static_cast<int>(header.indexOf(name));
}

Result<CsvTable> readCsv(const QByteArray& bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    CsvReader reader(text);
    CsvTable table;
    if (reader.atEnd())
        return fail(ErrorCode::Data, QStringLiteral("The table is empty: it has no header line."));
    while (!reader.atEnd()) {
        const int line = reader.line();
        auto record = reader.record();
        if (!record)
            return tl::unexpected(record.error());
        if (table.header.isEmpty())
            table.header = *record;
        else if (record->size() != table.header.size())
            return fail(ErrorCode::Data, QStringLiteral("Line %1 has %2 fields, the header has %3.")
                                             .arg(line)
                                             .arg(record->size())
                                             .arg(table.header.size()));
        else
            table.rows.push_back(std::move(*record));
    }
    return table;
}

} // namespace parcferme
