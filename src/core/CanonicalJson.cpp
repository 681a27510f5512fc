#include "core/CanonicalJson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace parcferme {

namespace {

// Appends to one buffer; every write answers whether it could.
class Writer
{
public:
    Status write(const QJsonValue& value)
    {
        switch (value.type()) {
        case QJsonValue::Null:
        case QJsonValue::Undefined:
            out_ += "null";
            return {};
        case QJsonValue::Bool:
            out_ += value.toBool() ? "true" : "false";
            return {};
        case QJsonValue::Double:
            return number(value);
        case QJsonValue::String:
            string(value.toString());
            return {};
        case QJsonValue::Array:
            return array(value.toArray());
        case QJsonValue::Object:
            return object(value.toObject());
        }
        return {};
    }

    QByteArray take() { return std::move(out_); }

private:
    Status number(const QJsonValue& value)
    {
        // QJsonValue keeps whole numbers apart: beyond 2^53 a double would lose digits.
        if (const QVariant variant = value.toVariant(); variant.typeId() == QMetaType::LongLong) {
            out_ += QByteArray::number(variant.toLongLong());
            return {};
        }
        const double real = value.toDouble();
        if (!std::isfinite(real))
            return fail(ErrorCode::Data, QStringLiteral("A number is not finite and has no JSON."));
        constexpr double Exact = 9007199254740992.0; // 2^53
        if (std::abs(real) <= Exact && real == std::trunc(real)) {
            out_ += QByteArray::number(static_cast<qint64>(real));
            return {};
        }
        std::array<char, 32> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), real).ptr;
        out_.append(text.data(), end - text.data());
        return {};
    }

    void string(const QString& text)
    {
        out_ += '"';
        for (const char c : text.normalized(QString::NormalizationForm_C).toUtf8())
            character(c);
        out_ += '"';
    }

    void character(char c)
    {
        constexpr const char* Digits = "0123456789abcdef";
        switch (c) {
        case '"':
            out_ += "\\\"";
            return;
        case '\\':
            out_ += "\\\\";
            return;
        case '\b':
            out_ += "\\b";
            return;
        case '\f':
            out_ += "\\f";
            return;
        case '\n':
            out_ += "\\n";
            return;
        case '\r':
            out_ += "\\r";
            return;
        case '\t':
            out_ += "\\t";
            return;
        default:
            break;
        }
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            out_ += "\\u00";
            out_ += Digits[byte >> 4];
            out_ += Digits[byte & 0xf];
        } else {
            out_ += c;
        }
    }

    Status array(const QJsonArray& values)
    {
        char before = '[';
        for (const auto& value : values) {
            out_ += before;
            before = ',';
            if (Status status = write(value); !status)
                return status;
        }
        out_ += values.isEmpty() ? "[]" : "]";
        return {};
    }

    Status object(const QJsonObject& object)
    {
        std::map<QString, QJsonValue> sorted;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString key = it.key().normalized(QString::NormalizationForm_C);
            if (!sorted.emplace(key, it.value()).second)
                return fail(ErrorCode::Data, QStringLiteral("The key \"%1\" occurs twice.").arg(key));
        }
        char before = '{';
        for (const auto& [key, value] : sorted) {
            out_ += before;
            before = ',';
            string(key);
            out_ += ':';
            if (Status status = write(value); !status)
                return status;
        }
        out_ += sorted.empty() ? "{}" : "}";
        return {};
    }

    QByteArray out_;
};

} // namespace

Result<QByteArray> canonicalJson(const QJsonValue& value)
{
    Writer writer;
    if (Status status = writer.write(value); !status)
        return tl::unexpected(status.error());
    return writer.take();
}

Result<QJsonObject> parseJsonObject(const QByteArray& text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(
            ErrorCode::Data,
            QStringLiteral("The text is no JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return fail(ErrorCode::Data, QStringLiteral("The JSON text holds no object."));
    return document.object();
}

} // namespace parcferme
