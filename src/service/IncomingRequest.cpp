#include "service/IncomingRequest.h"

#include <algorithm>

namespace parcferme {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isVisible(char c)
{
    return c > ' ' && c < 0x7f;
}

bool isHost(const QByteArray& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               QByteArrayView(".-_:[]").contains(c);
    });
}

Refusal refusal(int status, const char* why)
{
    return {status, QString::fromLatin1(why)};
}

std::optional<Refusal> wrongTarget(const IncomingRequest& request, const HttpLimits& limits)
{
    const QByteArray& target = request.target;
    if (target.size() > limits.targetBytes)
        return refusal(414, "The path is too long.");
    const bool whole = target == "*" && request.method == "OPTIONS"; // of the service, not of one path
    if (!whole && (!target.startsWith('/') || target.contains('#') ||
                   !std::all_of(target.begin(), target.end(), isVisible)))
        return refusal(400,
                       "The path must begin with / and hold visible ASCII only; encode the rest as %XX.");
    return std::nullopt;
}

std::optional<Refusal> wrongLength(const IncomingRequest& request, const HttpLimits& limits)
{
    constexpr qsizetype MostDigits = 18; // fits into 64 bits
    const auto length = request.headers.constFind("content-length");
    if (length == request.headers.constEnd())
        return std::nullopt;
    if (length->isEmpty() || !std::all_of(length->begin(), length->end(), isDigit))
        return refusal(400, "Content-Length is not a number.");
    if (length->size() > MostDigits || length->toLongLong() > limits.bodyBytes)
        return refusal(413, "The body is too large.");
    return std::nullopt;
}

} // namespace

void HttpHeadCheck::add(const QByteArray& lowerCaseName, const QByteArray& value)
{
    bytes_ += lowerCaseName.size() + value.size() + 4; // ": " and the end of the line
    ++headers_;
    const bool decides = lowerCaseName == "host" || lowerCaseName == "content-length" ||
                         lowerCaseName == "authorization" || lowerCaseName == "origin";
    if (decides && ++seen_[lowerCaseName] > 1)
        twice_ = true;
}

std::optional<Refusal> HttpHeadCheck::refuses(const IncomingRequest& request) const
{
    if (request.version != "HTTP/1.1" && request.version != "HTTP/1.0")
        return refusal(505, "HTTP/1.1 and HTTP/1.0 are spoken here.");
    if (const auto wrong = wrongTarget(request, limits_))
        return wrong;
    if (headers_ > limits_.headers || bytes_ > limits_.headBytes)
        return refusal(431, "The headers are too long, or too many.");
    if (twice_)
        return refusal(400, "A header that may stand once stands twice.");
    if (request.headers.contains("transfer-encoding"))
        return refusal(411, "A body must be sent with its Content-Length, not in chunks.");
    if (request.version == "HTTP/1.1" && !request.headers.contains("host"))
        return refusal(400, "The header Host is missing.");
    if (!isHost(request.header("host")))
        return refusal(400, "Host is not a name with an optional port.");
    return wrongLength(request, limits_);
}

} // namespace parcferme
