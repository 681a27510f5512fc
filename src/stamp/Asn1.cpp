#include "stamp/Asn1.h"

#include "stamp/OpenSslPointer.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <openssl/crypto.h>

namespace parcferme {

namespace {

// Where an element's contents are, and where it ends. `from` is its first byte, `end` the last it may have.
struct Element
{
    const unsigned char* contents = nullptr;
    const unsigned char* end = nullptr;
};

std::optional<Element> elementAt(const unsigned char* from, const unsigned char* end)
{
    constexpr int Bad = 0x80, Indefinite = 0x01; // DER always says how long an element is
    Element element{from, nullptr};
    long length = 0;
    int tag = 0, kind = 0;
    const int read = ASN1_get_object(&element.contents, &length, &tag, &kind, end - from);
    if ((read & (Bad | Indefinite)) != 0 || length > end - element.contents)
        return std::nullopt;
    element.end = element.contents + length;
    return element;
}

} // namespace

std::optional<QByteArray> secondElement(const QByteArray& der)
{
    const auto* first = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* last = first + der.size();
    const auto whole = elementAt(first, last);
    if (!whole || whole->end != last)
        return std::nullopt;
    const auto one = elementAt(whole->contents, whole->end);
    if (!one || one->end == whole->end)
        return std::nullopt;
    const auto two = elementAt(one->end, whole->end);
    if (!two || two->end != whole->end)
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char*>(one->end), two->end - one->end);
}

std::optional<QDateTime> timeOf(const ASN1_GENERALIZEDTIME* time)
{
    // RFC 3161: YYYYMMDDhhmmss[.s...]Z
    static const QRegularExpression form(QStringLiteral("\\A(\\d{14})(?:\\.(\\d{1,9}))?Z\\z"));
    const auto match = form.match(plainText(time));
    QDateTime moment = QDateTime::fromString(match.captured(1), QStringLiteral("yyyyMMddHHmmss"));
    moment.setTimeZone(QTimeZone::utc());
    if (!match.hasMatch() || !moment.isValid())
        return std::nullopt;
    return moment.addMSecs(match.captured(2).leftJustified(3, u'0').left(3).toInt());
}

QString plainText(const ASN1_STRING* text)
{
    constexpr int Longest = 200;
    unsigned char* utf8 = nullptr;
    const int size = text ? ASN1_STRING_to_UTF8(&utf8, text) : -1;
    if (size < 0)
        return {};
    QString plain = QString::fromUtf8(reinterpret_cast<const char*>(utf8), size).left(Longest);
    OPENSSL_free(utf8);
    for (QChar& character : plain)
        if (!character.isPrint())
            character = u' ';
    return plain.simplified();
}

} // namespace parcferme
