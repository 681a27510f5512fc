#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

#include <openssl/asn1.h>

// Small readings of the encoding (ASN.1) in which authorities answer.
namespace parcferme {

// The second element of the sequence that `der` is, byte for byte; nothing when `der` is no sequence, has no
// second element, or has bytes behind its end.
std::optional<QByteArray> secondElement(const QByteArray& der);

// UTC, with its fraction of a second; nothing for a time that is none.
std::optional<QDateTime> timeOf(const ASN1_GENERALIZEDTIME* time);

// Text of somebody else's, safe to show on a line: at most 200 characters, no control character among them.
QString plainText(const ASN1_STRING* text);

} // namespace parcferme
