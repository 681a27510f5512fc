#include "source/JsonNode.h"

#include "core/Sentence.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

QStringList JsonNode::Findings::notes() const
{
    QStringList notes;
    for (const Dropped& one : dropped)
        notes.append(
            one.more == 0
                ? Sentence::tr("%1; that was left out.").arg(one.words)
                : Sentence::tr("%1; that was left out, and %2 more like it.").arg(one.words).arg(one.more));
    return notes;
}

JsonNode::JsonNode(const QJsonObject& root, Findings& findings) : object_(root), findings_(findings) {}

JsonNode::JsonNode(const QJsonObject& object, const JsonNode* parent, QLatin1StringView key, int index)
    : object_(object), parent_(parent), key_(key), index_(index), findings_(parent->findings_)
{
}

QString JsonNode::path() const
{
    if (!parent_)
        return {};
    const QString path = parent_->pathOf(key_, true);
    return index_ < 0 ? path : path + QStringLiteral("[%1]").arg(index_);
}

// The path of a field of this node, with or without the places in lists.
QString JsonNode::pathOf(QLatin1StringView key, bool places) const
{
    QString here;
    if (parent_)
        here = places ? path() : parent_->pathOf(key_, false);
    return here.isEmpty() ? QString(key) : here + QLatin1Char('.') + key;
}

bool JsonNode::has(QLatin1StringView key) const
{
    const QJsonValue value = object_.value(key);
    return !value.isUndefined() && !value.isNull();
}

QString JsonNode::shownValue(QLatin1StringView key) const
{
    return QStringLiteral(": ") + shown(object_.value(key).toString());
}

void JsonNode::refuse(QLatin1StringView key, const QString& why) const
{
    if (findings_.breach)
        return;
    findings_.breach =
        Error{ErrorCode::Data, Sentence::tr("The answer's field %1 %2.").arg(pathOf(key, true), why),
              Sentence::tr("Nothing of it was used.")};
}

void JsonNode::refuseValue(QLatin1StringView key, const QString& why) const
{
    refuse(key, why + shownValue(key));
}

void JsonNode::drop(QLatin1StringView key, const QString& why) const
{
    const QString field = pathOf(key, false);
    const auto known = std::find_if(findings_.dropped.begin(), findings_.dropped.end(),
                                    [&](const Dropped& other) { return other.field == field; });
    if (known == findings_.dropped.end())
        findings_.dropped.push_back({field, pathOf(key, true) + QLatin1Char(' ') + why, 0});
    else
        ++known->more;
}

void JsonNode::dropValue(QLatin1StringView key, const QString& why) const
{
    drop(key, why + shownValue(key));
}

JsonNode JsonNode::object(QLatin1StringView key) const
{
    const QJsonValue value = object_.value(key);
    if (!value.isObject())
        refuse(key, has(key) ? Sentence::tr("is no object") : Sentence::tr("is missing"));
    return {value.toObject(), this, key, -1};
}

std::optional<JsonNode> JsonNode::optionalObject(QLatin1StringView key) const
{
    const QJsonValue value = object_.value(key);
    if (value.isObject())
        return JsonNode(value.toObject(), this, key, -1);
    if (has(key) && value != QJsonValue(QString()))
        drop(key, Sentence::tr("is no object"));
    return std::nullopt;
}

std::optional<int> JsonNode::forEach(QLatin1StringView key, const std::function<void(const JsonNode&)>& visit,
                                     const std::function<void(const std::optional<Error>&)>& done) const
{
    const QJsonValue value = object_.value(key);
    if (!value.isArray()) {
        refuse(key, has(key) ? Sentence::tr("is no list") : Sentence::tr("is missing"));
        return std::nullopt;
    }
    std::optional<Error> around = std::exchange(findings_.breach, std::nullopt);
    int index = 0;
    for (const QJsonValue element : value.toArray()) {
        const JsonNode node(element.toObject(), this, key, index++);
        if (element.isObject())
            visit(node);
        else
            refuse(key, Sentence::tr("has an element that is no object"));
        done(std::exchange(findings_.breach, std::nullopt));
    }
    findings_.breach = std::move(around);
    return index;
}

template <typename T>
std::optional<T> JsonNode::orDrop(QLatin1StringView key, Reading<T> reading) const
{
    if (reading)
        return std::move(*reading);
    drop(key, reading.error());
    return std::nullopt;
}

template <typename T>
T JsonNode::orRefuse(QLatin1StringView key, Reading<T> reading, T otherwise) const
{
    if (reading && *reading)
        return std::move(**reading);
    if (!reading)
        refuse(key, reading.error());
    else if (object_.value(key).isNull())
        refuse(key, Sentence::tr("is null"));
    else
        refuse(key, has(key) ? Sentence::tr("is empty") : Sentence::tr("is missing"));
    return otherwise;
}

JsonNode::Reading<QString> JsonNode::readRaw(QLatin1StringView key, int longest) const
{
    const QJsonValue value = object_.value(key);
    if (value.isUndefined() || value.isNull())
        return std::optional<QString>();
    if (!value.isString())
        return tl::unexpected(Sentence::tr("is no text"));
    QString raw = value.toString();
    if (raw.size() > longest)
        return tl::unexpected(
            Sentence::tr("is %1 characters long; at most %2 are right").arg(raw.size()).arg(longest));
    return std::optional(std::move(raw));
}

// Nothing when the text is empty.
JsonNode::Reading<QString> JsonNode::readText(QLatin1StringView key, int longest) const
{
    const auto raw = readRaw(key, longest);
    if (!raw || !*raw)
        return raw;
    const QString& text = **raw;
    if (std::any_of(text.begin(), text.end(), isControl) || !text.isValidUtf16())
        return tl::unexpected(Sentence::tr("contains control characters") + shownValue(key));
    QString visible = withoutInvisible(text);
    return visible.isEmpty() ? std::optional<QString>() : std::optional(std::move(visible));
}

JsonNode::Reading<double> JsonNode::readNumber(QLatin1StringView key, double lowest, double highest) const
{
    double found = 0;
    if (const QJsonValue value = object_.value(key); value.isDouble()) {
        found = value.toDouble();
    } else {
        const auto written = readText(key, 40);
        if (!written || !*written)
            return written ? Reading<double>() : tl::unexpected(written.error());
        bool ok = false;
        found = (*written)->toDouble(&ok);
        if (!ok || !std::isfinite(found))
            return tl::unexpected(Sentence::tr("is no number") + shownValue(key));
    }
    if (found < lowest || found > highest)
        return tl::unexpected(
            Sentence::tr("is %1; %2 to %3 is right").arg(plain(found), plain(lowest), plain(highest)));
    return std::optional(found);
}

JsonNode::Reading<int> JsonNode::readInteger(QLatin1StringView key, int lowest, int highest) const
{
    const auto found = readNumber(key, lowest, highest);
    if (!found || !*found)
        return found ? Reading<int>() : tl::unexpected(found.error());
    if (**found != std::floor(**found))
        return tl::unexpected(Sentence::tr("is %1; it must be a whole number").arg(plain(**found)));
    return std::optional(static_cast<int>(**found));
}

QString JsonNode::text(QLatin1StringView key, int longest) const
{
    return orDrop(key, readText(key, longest)).value_or(QString());
}

QString JsonNode::requiredText(QLatin1StringView key, int longest) const
{
    return orRefuse(key, readText(key, longest), QString());
}

QString JsonNode::words(QLatin1StringView key) const
{
    auto raw = orDrop(key, readRaw(key, LongestWords));
    if (!raw)
        return {};
    if (!raw->isValidUtf16())
        raw = QString::fromUtf8(raw->toUtf8()); // lone surrogates become U+FFFD
    std::replace_if(raw->begin(), raw->end(), isControl, QChar(u' '));
    return withoutInvisible(*raw);
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
    return orDrop(key, readInteger(key, lowest, highest));
}

int JsonNode::requiredInteger(QLatin1StringView key, int lowest, int highest) const
{
    return orRefuse(key, readInteger(key, lowest, highest), lowest);
}

std::optional<double> JsonNode::number(QLatin1StringView key, double lowest, double highest) const
{
    return orDrop(key, readNumber(key, lowest, highest));
}

bool JsonNode::flag(QLatin1StringView key) const
{
    if (const QJsonValue value = object_.value(key); value.isBool())
        return value.toBool();
    const QString word = text(key, 10).toLower();
    if (!word.isEmpty() && word != QLatin1StringView("true") && word != QLatin1StringView("false"))
        dropValue(key, Sentence::tr("is neither true nor false"));
    return word == QLatin1StringView("true");
}

} // namespace parcferme
