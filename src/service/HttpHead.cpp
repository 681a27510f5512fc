#include "service/HttpHead.h"

#include <QList>
#include <QSet>

#include <algorithm>

namespace parcferme {

namespace {

using Read = tl::expected<void, Refusal>;

tl::unexpected<Refusal> refuse(int status, const char* why)
{
    return tl::unexpected<Refusal>({status, QString::fromLatin1(why)});
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isTokenChar(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isVisible(char c)
{
    return c > ' ' && c < 0x7f;
}

// Spaces, tabs and the bytes above ASCII may stand in a value; nothing else that cannot be seen.
bool isValueChar(char c)
{
    return isVisible(c) || c == ' ' || c == '\t' || static_cast<unsigned char>(c) >= 0x80;
}

bool isHost(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               QByteArrayView(".-_:[]").contains(c);
    });
}

bool hasBareLineFeed(QByteArrayView text)
{
    for (qsizetype i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1))
        if (i == 0 || text[i - 1] != '\r')
            return true;
    return false;
}

Read readRequestLine(QByteArrayView line, const HttpLimits& limits, HttpHead& head)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.size() != 3)
        return refuse(400, "A request begins with METHOD PATH HTTP/1.1.");
    const bool isMethod =
        !words[0].isEmpty() && words[0].size() <= 20 &&
        std::all_of(words[0].begin(), words[0].end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!isMethod)
        return refuse(400, "The method is not one of HTTP's.");
    if (words[1].size() > limits.targetBytes)
        return refuse(414, "The path is too long.");
    if (!words[1].startsWith('/') || words[1].contains('#') ||
        !std::all_of(words[1].begin(), words[1].end(), isVisible))
        return refuse(400, "The path must begin with / and hold visible ASCII only; encode the rest as %XX.");
    if (!words[2].startsWith("HTTP/"))
        return refuse(400, "A request begins with METHOD PATH HTTP/1.1.");
    if (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0")
        return refuse(505, "HTTP/1.1 and HTTP/1.0 are spoken here.");
    head.method = words[0];
    head.target = words[1];
    head.keepAlive = words[2] == "HTTP/1.1";
    return {};
}

Read readLength(const QByteArray& value, const HttpLimits& limits, HttpHead& head)
{
    constexpr qsizetype MostDigits = 18; // fits into 64 bits
    if (value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit))
        return refuse(400, "Content-Length is not a number.");
    if (value.size() > MostDigits || value.toLongLong() > limits.bodyBytes)
        return refuse(413, "The body is too large.");
    head.bodyBytes = value.toLongLong();
    return {};
}

Read readField(const QByteArray& name, const QByteArray& value, const HttpLimits& limits, HttpHead& head)
{
    if (name == "content-length")
        return readLength(value, limits, head);
    if (name == "transfer-encoding")
        return refuse(411, "A body must be sent with its Content-Length, not in chunks.");
    if (name == "expect")
        return refuse(417, "Expect is not supported: send the body with the request.");
    if (name == "upgrade" && value.toLower().contains("websocket"))
        return refuse(400, "There are no web sockets here.");
    if (name == "host" && !isHost(value))
        return refuse(400, "Host is not a name with an optional port.");
    if (name == "connection") {
        for (const QByteArray& word : value.toLower().split(',')) {
            if (word.trimmed() == "close")
                head.keepAlive = false;
            else if (word.trimmed() == "keep-alive")
                head.keepAlive = true;
        }
    }
    return {};
}

Read readFields(const QList<QByteArray>& lines, const HttpLimits& limits, HttpHead& head)
{
    static const QSet<QByteArray> single = {"host", "content-length", "authorization", "origin"};
    QSet<QByteArray> seen;
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(QByteArrayView(line).first(colon)) ||
            !std::all_of(line.begin(), line.end(), isValueChar))
            return refuse(400, "A header line is broken.");
        const QByteArray name = line.first(colon).toLower();
        if (single.contains(name) && seen.contains(name))
            return refuse(400, "A header that may stand once stands twice.");
        seen.insert(name);
        if (auto field = readField(name, line.mid(colon + 1).trimmed(), limits, head); !field)
            return field;
    }
    return {};
}

// Of a head that is still coming in: whether it can become one.
Read checkBeginning(QByteArrayView text, const HttpLimits& limits)
{
    constexpr qsizetype RestOfLine = 64; // method and version
    if (hasBareLineFeed(text))
        return refuse(400, "Lines end with CR LF.");
    if (!text.contains('\n') && text.size() > limits.targetBytes + RestOfLine)
        return refuse(414, "The path is too long.");
    if (text.size() > limits.headBytes)
        return refuse(431, "The headers are too long.");
    return {};
}

} // namespace

tl::expected<std::optional<HttpHead>, Refusal> readHead(QByteArrayView received, const HttpLimits& limits)
{
    const qsizetype begin =
        received.startsWith("\r\n") ? 2 : 0; // some clients end the request before with it
    const QByteArrayView text = received.sliced(begin);
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (auto fine = checkBeginning(text.first(end < 0 ? text.size() : end), limits); !fine)
        return tl::unexpected(fine.error());
    if (end < 0)
        return std::nullopt;

    HttpHead head;
    head.bytes = begin + end + 4;
    QList<QByteArray> lines;
    for (qsizetype at = 0; at <= end;) {
        const qsizetype next = text.indexOf("\r\n", at);
        lines.append(text.sliced(at, next - at).toByteArray());
        at = next + 2;
    }
    if (lines.size() > limits.headers + 1)
        return refuse(431, "There are too many headers.");
    const QByteArray requestLine = lines.takeFirst();
    if (auto line = readRequestLine(requestLine, limits, head); !line)
        return tl::unexpected(line.error());
    if (auto fields = readFields(lines, limits, head); !fields)
        return tl::unexpected(fields.error());
    const bool namesHost = std::any_of(lines.begin(), lines.end(), [](const QByteArray& line) {
        return line.toLower().startsWith("host:");
    });
    if (requestLine.endsWith("HTTP/1.1") && !namesHost)
        return refuse(400, "The header Host is missing.");
    return head;
}

} // namespace parcferme
