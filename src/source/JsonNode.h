#pragma once

#include "core/Error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <functional>
#include <optional>

namespace parcferme {

// A place in a JSON document that knows its path. Readers take what a field must be and return a default when
// it is not; the first breach is kept for the whole document, with the path, so that reading code stays
// straight and the caller asks once at the end.
//
// The source writes numbers as strings and leaves out what it does not know: a missing field and "" mean
// nothing, null is a breach. A node must not outlive its parent.
class JsonNode
{
public:
    // Keeps the first breach of a document.
    struct Breach
    {
        std::optional<Error> error;
    };

    JsonNode(const QJsonObject& root, Breach& breach);

    QString path() const; // "MRData.RaceTable.Races[3].date"
    bool has(QLatin1StringView key) const;
    void refuse(QLatin1StringView key, const QString& why) const;
    void refuseValue(QLatin1StringView key, const QString& why) const; // and shows the text
    bool broken() const { return breach_.error.has_value(); }

    // An object that must be there; an empty one after a breach.
    JsonNode object(QLatin1StringView key) const;
    // Calls `visit` for every element of an array that must be there; each element must be an object.
    void forEach(QLatin1StringView key, const std::function<void(const JsonNode&)>& visit) const;

    // Text of at most `longest` characters, trimmed, without control characters; empty when missing.
    QString text(QLatin1StringView key, int longest = 200) const;
    QString requiredText(QLatin1StringView key, int longest = 200) const;
    // Words for people to read (names, reasons): however long and odd, they are kept, up to 20,000
    // characters, with spaces where control characters stood. Only ids, codes and figures are held to a form.
    QString words(QLatin1StringView key) const;
    QString requiredWords(QLatin1StringView key) const;
    // An id of the source: letters, digits, "_", "-" and ".", at most 64.
    QString id(QLatin1StringView key) const;

    std::optional<int> integer(QLatin1StringView key, int lowest, int highest) const;
    int requiredInteger(QLatin1StringView key, int lowest, int highest) const;
    std::optional<double> number(QLatin1StringView key, double lowest, double highest) const;

private:
    std::optional<QString> rawText(QLatin1StringView key, int longest) const;
    JsonNode(const QJsonObject& object, const JsonNode* parent, QLatin1StringView key, int index);

    QJsonObject object_;
    const JsonNode* parent_ = nullptr;
    QLatin1StringView key_;
    int index_ = -1;
    Breach& breach_;
};

} // namespace parcferme
