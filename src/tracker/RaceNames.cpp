#include "tracker/RaceNames.h"

#include "core/Csv.h"
#include "core/Search.h"

#include <QFile>
#include <QHash>

// At file level, as Qt asks for.
static void initNames()
{
    Q_INIT_RESOURCE(names);
}

namespace parcferme {

namespace {

const QString GrandPrix = QStringLiteral("grand prix");

// The names of resources/names, as words.
class UsualNames
{
public:
    UsualNames()
    {
        initNames();
        QFile file(QStringLiteral(":/parcferme/names/usual.csv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The usual names are missing.");
        const auto table = readCsv(file.readAll());
        if (!table)
            qFatal("The usual names: %s", qPrintable(table.error().text()));
        const int kind = table->column(QStringLiteral("kind"));
        const int of = table->column(QStringLiteral("of"));
        const int name = table->column(QStringLiteral("name"));
        for (const QStringList& row : table->rows)
            if (row[kind] == QLatin1StringView("circuit"))
                circuits_[row[of]].append(wordsOf(row[name]));
            else
                addCountry(wordsOf(row[of]), wordsOf(row[name]));
    }

    QStringList ofCircuit(const QString& id) const { return circuits_.value(id); }

    // All of the country, whichever of them it is given by.
    QStringList ofCountry(const QString& words) const
    {
        return countries_.value(countryOf_.value(words), {words});
    }

private:
    void addCountry(const QString& country, const QString& name)
    {
        QStringList& names = countries_[country];
        if (names.isEmpty()) {
            names.append(country);
            countryOf_.insert(country, country);
        }
        names.append(name);
        countryOf_.insert(name, country);
    }

    QHash<QString, QStringList> circuits_;  // by id
    QHash<QString, QStringList> countries_; // by the words of the facts' own name
    QHash<QString, QString> countryOf_;     // that name by every name
};

void add(QStringList& names, const QString& words)
{
    for (const QString& name : {words, tellingWords(words)})
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
}

} // namespace

QString wordsOf(const QString& text)
{
    QString spaced = searchKey(text);
    for (QChar& c : spaced)
        if (!c.isLetterOrNumber())
            c = u' ';
    QStringList words = spaced.split(u' ', Qt::SkipEmptyParts);
    for (QString& word : words)
        if (word == QLatin1StringView("gp"))
            word = GrandPrix;
    return words.join(u' ');
}

QString tellingWords(const QString& words)
{
    QString telling = u' ' + words + u' ';
    for (const QString& word : {GrandPrix, QStringLiteral("of"), QStringLiteral("the")})
        telling.replace(u' ' + word + u' ', QStringLiteral(" "));
    return telling.trimmed();
}

RaceNames namesOf(const Race& race)
{
    static const UsualNames usual;
    RaceNames names;
    add(names.race, wordsOf(race.name));
    for (const QString& name : {race.circuit, race.circuitName, race.locality})
        add(names.place, wordsOf(name));
    for (const QString& words : usual.ofCircuit(race.circuit) + usual.ofCountry(wordsOf(race.country)))
        add(names.place, words);
    return names;
}

} // namespace parcferme
