#pragma once

#include "core/Error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace parcferme {

// A place in a JSON document that knows its path. What must be there (`required...`, `id`, `object`,
// `forEach`) breaks what is being read where it is missing or wrong: the first breach is kept with its path,
// so that reading code stays straight and whoever began the reading asks once at the end. Everything else is
// an ornament: where it cannot be read it counts as missing, and that is noted.
//
// The source writes numbers as strings and leaves out what it does not know: a missing field, "" and null
// mean nothing. A node must not outlive its parent.
class JsonNode
{
public:
    // An ornament that could not be read, by the path of the first; `more` others of that name are like it.
    struct Dropped
    {
        QString field; // the path without the places in lists
        QString words; // "Races[3].Results[0].Driver.code is no text"
        int more = 0;
    };

    // What was found wrong in a document.
    struct Findings
    {
        std::optional<Error> breach;
        std::vector<Dropped> dropped;

        QStringList notes() const; // a sentence for each
    };

    JsonNode(const QJsonObject& root, Findings& findings);

    QString path() const;                  // "MRData.RaceTable.Races[3].date"
    bool has(QLatin1StringView key) const; // and it is not null
    void refuse(QLatin1StringView key, const QString& why) const;
    void refuseValue(QLatin1StringView key, const QString& why) const; // and shows the text
    void drop(QLatin1StringView key, const QString& why) const;
    void dropValue(QLatin1StringView key, const QString& why) const;
    bool broken() const { return findings_.breach.has_value(); }

    // An object that must be there; an empty one after a breach.
    JsonNode object(QLatin1StringView key) const;
    // One that may be missing.
    std::optional<JsonNode> optionalObject(QLatin1StringView key) const;
    // Calls `visit` for every element of an array that must be there, and `done` after it with what the
    // element broke, if anything: that costs the element alone, and the reading goes on. An element that is
    // no object is only `done`. Answers how many there are; nothing when there is no array.
    std::optional<int> forEach(QLatin1StringView key, const std::function<void(const JsonNode&)>& visit,
                               const std::function<void(const std::optional<Error>&)>& done) const;

    // Text of at most `longest` characters, trimmed, without control characters; empty when missing.
    QString text(QLatin1StringView key, int longest = 200) const;
    QString requiredText(QLatin1StringView key, int longest = 200) const;
    // Words for people to read (names, reasons): however long and odd, they are kept, up to 20,000
    // characters, with spaces where control characters stood. Only ids, codes and figures are held to a form.
    QString words(QLatin1StringView key) const;
    // An id of the source: letters, digits, "_", "-" and ".", at most 64.
    QString id(QLatin1StringView key) const;

    std::optional<int> integer(QLatin1StringView key, int lowest, int highest) const;
    int requiredInteger(QLatin1StringView key, int lowest, int highest) const;
    std::optional<double> number(QLatin1StringView key, double lowest, double highest) const;
    // true and false, or the words for them in any case. False when missing.
    bool flag(QLatin1StringView key) const;

private:
    // What a field says: a value, nothing, or why it cannot be read.
    template <typename T>
    using Reading = tl::expected<std::optional<T>, QString>;

    JsonNode(const QJsonObject& object, const JsonNode* parent, QLatin1StringView key, int index);
    QString pathOf(QLatin1StringView key, bool places) const;
    QString shownValue(QLatin1StringView key) const;
    Reading<QString> readRaw(QLatin1StringView key, int longest) const;
    Reading<QString> readText(QLatin1StringView key, int longest) const;
    Reading<double> readNumber(QLatin1StringView key, double lowest, double highest) const;
    Reading<int> readInteger(QLatin1StringView key, int lowest, int highest) const;
    template <typename T>
    std::optional<T> orDrop(QLatin1StringView key, Reading<T> reading) const;
    template <typename T>
    T orRefuse(QLatin1StringView key, Reading<T> reading, T otherwise) const;

    QJsonObject object_;
    const JsonNode* parent_ = nullptr;
    QLatin1StringView key_;
    int index_ = -1;
    Findings& findings_;
};

} // namespace parcferme
