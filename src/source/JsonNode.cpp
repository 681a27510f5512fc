#include "source/JsonNode.h"

#include "core/Sentence.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

// What an answer contained, cut to fit into a message and without anything that could disturb a terminal.
QString shown(const QString& text)
{
    QString safe = text.left(40);
    for (QChar& c : safe)
        if (!c.isPrint())
            c = QLatin1Char('?');
    return QLatin1Char('"') + safe + (text.size() > 40 ? QStringLiteral("...\"") : QStringLiteral("\""));
}

QString plain(double number)
{
    return QString::number(number, 'g', 12);
}

bool isIdCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '_' ||
           u == '-' || u == '.';
}

// Invisible marks (direction overrides, zero-width ones) would let a name disguise itself in a table.
QString withoutInvisible(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return text.trimmed();
}

constexpr int LongestWords = 20000;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

} // namespace

JsonNode::JsonNode(const QJsonObject& root, Breach& breach) : object_(root), breach_(breach) {}

JsonNode::JsonNode(const QJsonObject& object, const JsonNode* parent, QLatin1StringView key, int index)
    : object_(object), parent_(parent), key_(key), index_(index), breach_(parent->breach_)
{
}

QString JsonNode::path() const
{
    if (!parent_)
        return {};
    QString path = parent_->path();
    if (!path.isEmpty())
        path += QLatin1Char('.');
    path += key_;
    return index_ < 0 ? path : path + QStringLiteral("[%1]").arg(index_);
}

bool JsonNode::has(QLatin1StringView key) const
{
    return object_.contains(key);
}

void JsonNode::refuse(QLatin1StringView key, const QString& why) const
{
    if (breach_.error)
        return;
    QString where = path();
    if (!where.isEmpty())
        where += QLatin1Char('.');
    breach_.error =
        Error{ErrorCode::Data, Sentence::tr("The answer's field %1%2 %3.").arg(where, QString(key), why),
              Sentence::tr("Nothing of it was used.")};
}

void JsonNode::refuseValue(QLatin1StringView key, const QString& why) const
{
    refuse(key, why + QStringLiteral(": ") + shown(object_.value(key).toString()));
}

JsonNode JsonNode::object(QLatin1StringView key) const
{
    const QJsonValue value = object_.value(key);
    if (!value.isObject())
        refuse(key, value.isUndefined() ? Sentence::tr("is missing") : Sentence::tr("is no object"));
    return {value.toObject(), this, key, -1};
}

void JsonNode::forEach(QLatin1StringView key, const std::function<void(const JsonNode&)>& visit) const
{
    const QJsonValue value = object_.value(key);
    if (!value.isArray())
        refuse(key, value.isUndefined() ? Sentence::tr("is missing") : Sentence::tr("is no list"));
    int index = 0;
    for (const QJsonValue element : value.toArray()) {
        if (broken())
            return;
        const JsonNode node(element.toObject(), this, key, index++);
        if (!element.isObject())
            refuse(key, Sentence::tr("has an element that is no object"));
        else
            visit(node);
    }
}

std::optional<QString> JsonNode::rawText(QLatin1StringView key, int longest) const
{
    const QJsonValue value = object_.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isString()) {
        refuse(key, value.isNull() ? Sentence::tr("is null") : Sentence::tr("is no text"));
        return std::nullopt;
    }
    QString raw = value.toString();
    if (raw.size() > longest) {
        refuse(key, Sentence::tr("is %1 characters long; at most %2 are right").arg(raw.size()).arg(longest));
        return std::nullopt;
    }
    return raw;
}

QString JsonNode::text(QLatin1StringView key, int longest) const
{
    const auto raw = rawText(key, longest);
    if (!raw)
        return {};
    if (std::any_of(raw->begin(), raw->end(), isControl) || !raw->isValidUtf16()) {
        refuseValue(key, Sentence::tr("contains control characters"));
        return {};
    }
    return withoutInvisible(*raw);
}

QString JsonNode::words(QLatin1StringView key) const
{
    auto raw = rawText(key, LongestWords);
    if (!raw)
        return {};
    if (!raw->isValidUtf16())
        raw = QString::fromUtf8(raw->toUtf8()); // lone surrogates become U+FFFD
    std::replace_if(raw->begin(), raw->end(), isControl, QChar(u' '));
    return withoutInvisible(*raw);
}

QString JsonNode::requiredWords(QLatin1StringView key) const
{
    const QString found = words(key);
    if (found.isEmpty())
        refuse(key, has(key) ? Sentence::tr("is empty") : Sentence::tr("is missing"));
    return found;
}

QString JsonNode::requiredText(QLatin1StringView key, int longest) const
{
    const QString found = text(key, longest);
    if (found.isEmpty())
        refuse(key, has(key) ? Sentence::tr("is empty") : Sentence::tr("is missing"));
    return found;
}

QString JsonNode::id(QLatin1StringView key) const
{
    QString found = requiredText(key, 64);
    if (std::all_of(found.begin(), found.end(), isIdCharacter))
        return found;
    refuseValue(key, Sentence::tr("is no id"));
    return {};
}

std::optional<int> JsonNode::integer(QLatin1StringView key, int lowest, int highest) const
{
    const auto found = number(key, lowest, highest);
    if (!found)
        return std::nullopt;
    if (*found != std::floor(*found)) {
        refuse(key, Sentence::tr("is %1; it must be a whole number").arg(plain(*found)));
        return std::nullopt;
    }
    return static_cast<int>(*found);
}

int JsonNode::requiredInteger(QLatin1StringView key, int lowest, int highest) const
{
    const auto found = integer(key, lowest, highest);
    if (!found)
        refuse(key, has(key) ? Sentence::tr("is empty") : Sentence::tr("is missing"));
    return found.value_or(lowest);
}

std::optional<double> JsonNode::number(QLatin1StringView key, double lowest, double highest) const
{
    double found = 0;
    if (const QJsonValue value = object_.value(key); value.isDouble()) {
        found = value.toDouble();
    } else {
        const QString written = text(key, 40);
        if (written.isEmpty())
            return std::nullopt;
        bool ok = false;
        found = written.toDouble(&ok);
        if (!ok || !std::isfinite(found)) {
            refuseValue(key, Sentence::tr("is no number"));
            return std::nullopt;
        }
    }
    if (found < lowest || found > highest) {
        refuse(key,
               Sentence::tr("is %1; %2 to %3 is right").arg(plain(found), plain(lowest), plain(highest)));
        return std::nullopt;
    }
    return found;
}

} // namespace parcferme
