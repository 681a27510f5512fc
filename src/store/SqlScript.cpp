#include "store/SqlScript.h"

namespace parcferme {

namespace {

class Splitter
{
public:
    explicit Splitter(const QString& script) : script_(script) {}

    QStringList split()
    {
        while (at_ < script_.size()) {
            const QChar c = script_[at_];
            if (startsWith("--"))
                skipPast(QStringLiteral("\n"));
            else if (startsWith("/*"))
                skipPast(QStringLiteral("*/"));
            else if (c == QLatin1Char('\'') || c == QLatin1Char('"'))
                copyQuoted(c);
            else if (startsWith("$$"))
                copyQuoted(QStringLiteral("$$"));
            else if (c.isLetter() || c == QLatin1Char('_'))
                copyWord();
            else if (c == QLatin1Char(';') && depth_ == 0)
                finish();
            else
                statement_ += script_[at_++];
        }
        finish();
        return statements_;
    }

private:
    bool startsWith(const char* text) const
    {
        return QStringView(script_).mid(at_).startsWith(QLatin1StringView(text));
    }

    void skipPast(const QString& end)
    {
        const qsizetype found = script_.indexOf(end, at_);
        at_ = found < 0 ? script_.size() : found + end.size();
        statement_ += QLatin1Char('\n'); // a comment parts words
    }

    // A doubled quote within ends one quoted part and begins the next, which comes to the same.
    void copyQuoted(const QString& quote)
    {
        const qsizetype end = script_.indexOf(quote, at_ + quote.size());
        const qsizetype next = end < 0 ? script_.size() : end + quote.size();
        statement_ += QStringView(script_).mid(at_, next - at_);
        at_ = next;
    }

    void copyWord()
    {
        const qsizetype from = at_;
        while (at_ < script_.size() && (script_[at_].isLetterOrNumber() || script_[at_] == QLatin1Char('_')))
            ++at_;
        const QString word = script_.mid(from, at_ - from);
        statement_ += word;
        const QString upper = word.toUpper();
        if (upper == QLatin1StringView("BEGIN") || upper == QLatin1StringView("CASE"))
            ++depth_;
        else if (upper == QLatin1StringView("END") && depth_ > 0)
            --depth_;
    }

    void finish()
    {
        ++at_;
        if (const QString text = statement_.trimmed(); !text.isEmpty())
            statements_.append(text);
        statement_.clear();
    }

    const QString& script_;
    qsizetype at_ = 0;
    int depth_ = 0; // of BEGIN and CASE
    QString statement_;
    QStringList statements_;
};

} // namespace

QStringList splitSql(const QString& script)
{
    return Splitter(script).split();
}

} // namespace parcferme
