#include "service/Call.h"

#include <QStringDecoder>

#include <algorithm>

namespace parcferme {

namespace {

using Decoded = tl::expected<QString, Refusal>;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

tl::unexpected<Refusal> undecodable(const char* why)
{
    return tl::unexpected<Refusal>({400, QString::fromLatin1(why)});
}

// plusIsSpace: as forms and most clients write a query.
Decoded decode(const QByteArray& text, bool plusIsSpace)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsSpace) {
            bytes += ' ';
        } else if (text[i] != '%') {
            bytes += text[i];
        } else {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return undecodable("A % in the path must be followed by two hexadecimal digits.");
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = utf8.decode(bytes);
    if (utf8.hasError())
        return undecodable("The path is not UTF-8.");
    if (std::any_of(decoded.begin(), decoded.end(),
                    [](QChar c) { return c.category() == QChar::Other_Control; }))
        return undecodable("The path holds a control character.");
    return decoded;
}

} // namespace

tl::expected<Target, Refusal> Target::parse(const QByteArray& target)
{
    const qsizetype mark = target.indexOf('?');
    Target parsed;
    for (const QByteArray& part : target.left(mark < 0 ? target.size() : mark).sliced(1).split('/')) {
        const auto segment = decode(part, false);
        if (!segment)
            return tl::unexpected(segment.error());
        parsed.segments.append(*segment);
    }
    if (mark < 0)
        return parsed;
    for (const QByteArray& part : target.sliced(mark + 1).split('&')) {
        const qsizetype equals = part.indexOf('=');
        const auto name = decode(part.left(equals < 0 ? part.size() : equals), true);
        const auto value = decode(equals < 0 ? QByteArray() : part.sliced(equals + 1), true);
        if (!name || !value)
            return tl::unexpected(!name ? name.error() : value.error());
        parsed.query.append({*name, *value});
    }
    return parsed;
}

} // namespace parcferme
