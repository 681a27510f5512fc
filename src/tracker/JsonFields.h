#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace parcferme {

// Reads the fields of a JSON object that must be there. The first one that is missing or of the wrong kind is
// noted with its path; reading goes on with zeros, so that a reader is one straight list of fields and one
// check at the end.
class JsonFields
{
public:
    struct Problem
    {
        QString text; // empty: all fields were there
    };

    // problem must outlive this and everything that object() and objects() return.
    JsonFields(QJsonObject object, QString path, Problem& problem);

    double number(const char* name) const;
    int integer(const char* name) const;
    bool flag(const char* name) const;
    QString text(const char* name) const;
    std::optional<double> maybeNumber(const char* name) const; // null or missing: nothing
    std::optional<int> maybeInteger(const char* name) const;
    JsonFields object(const char* name) const;
    std::vector<JsonFields> objects(const char* name) const;
    std::optional<QString> maybeText(const char* name) const;
    std::optional<QDateTime> maybeTime(const char* name) const; // ISO 8601
    QStringList texts(const char* name) const;
    std::vector<double> numbers(const char* name) const; // as many as there are
    const QJsonObject& json() const { return object_; }

    template <std::size_t N>
    std::array<double, N> numbers(const char* name) const
    {
        std::array<double, N> values{};
        const QJsonArray json = array(name, N);
        for (std::size_t i = 0; i < N; ++i)
            values[i] = json[static_cast<qsizetype>(i)].toDouble();
        return values;
    }

private:
    QJsonValue value(const char* name, QJsonValue::Type type, const char* kind) const;
    QJsonArray array(const char* name, std::optional<std::size_t> count) const; // of numbers
    void note(const char* name, const char* what) const;

    QJsonObject object_;
    QString path_;
    Problem* problem_;
};

} // namespace parcferme
