#include "tables/Names.h"

#include "core/Search.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>
#include <climits>

namespace parcferme {

namespace {

class Names
{
    Q_DECLARE_TR_FUNCTIONS(Names)
};

struct InputText
{
    std::string_view name;
    const char* title;
    const char* meaning;
};

constexpr auto InputTexts = std::to_array<InputText>({
    {"grid_score", QT_TRANSLATE_NOOP("Names", "Grid position"),
     QT_TRANSLATE_NOOP("Names", "The starting position on a bell curve over the field.")},
    {"grid_log", QT_TRANSLATE_NOOP("Names", "Front of the grid"),
     QT_TRANSLATE_NOOP("Names", "The starting position on a scale on which the first places count most.")},
    {"quali_gap", QT_TRANSLATE_NOOP("Names", "Qualifying gap"),
     QT_TRANSLATE_NOOP("Names",
                       "How much faster than the mean of the field in this qualifying, in percent.")},
    {"rating_quali", QT_TRANSLATE_NOOP("Names", "Qualifying rating"),
     QT_TRANSLATE_NOOP("Names", "How fast driver and team have qualified in the races before.")},
    {"rating_order", QT_TRANSLATE_NOOP("Names", "Race order rating"),
     QT_TRANSLATE_NOOP("Names", "Where driver and team have finished in the races before.")},
    {"rating_pace", QT_TRANSLATE_NOOP("Names", "Race pace rating"),
     QT_TRANSLATE_NOOP("Names", "How fast driver and team have been over the race distance before.")},
    {"newcomer", QT_TRANSLATE_NOOP("Names", "Newcomer"),
     QT_TRANSLATE_NOOP("Names", "How few races the driver has started so far.")},
});

const InputText* textsOf(const std::string& input)
{
    const auto found = std::ranges::find(InputTexts, std::string_view(input), &InputText::name);
    return found == InputTexts.end() ? nullptr : &*found;
}

} // namespace

QString driverName(const People& people, const QString& driver)
{
    const QString name = people.drivers.value(driver).fullName().simplified();
    return name.isEmpty() ? driver : name;
}

QString familyName(const People& people, const QString& driver)
{
    const QString name = people.drivers.value(driver).familyName;
    return name.isEmpty() ? driverName(people, driver) : name;
}

QString driverCode(const People& people, const QString& driver)
{
    const Driver known = people.drivers.value(driver);
    if (!known.code.isEmpty())
        return known.code;
    const QString family =
        known.familyName.isEmpty() ? driver.section(QLatin1Char('_'), -1) : known.familyName;
    return searchKey(family).remove(QLatin1Char(' ')).left(3).toUpper();
}

QString leftOutText(const EvaluationView& view, const People& people)
{
    QStringList texts;
    const auto add = [&](const QStringList& drivers, const QString& why) {
        QStringList names;
        for (const QString& driver : drivers)
            names.append(familyName(people, driver));
        if (!names.isEmpty())
            texts.append(why.arg(names.join(QStringLiteral(", "))));
    };
    add(view.notStarted, Names::tr("%1 (did not start)"));
    add(view.notForecast, Names::tr("%1 (no forecast)"));
    return texts.join(QStringLiteral(", "));
}

QString teamName(const People& people, const QString& team)
{
    const QString name = people.teams.value(team).name;
    return name.isEmpty() ? team : name;
}

QString teamColour(const People& people, const QString& team)
{
    return people.teams.value(team).colour;
}

namespace {

// Of the circuits that are known, so that a list of races is in one language.
[[maybe_unused]] constexpr const char* countries[] = {
    QT_TRANSLATE_NOOP("Countries", "Australia"),    QT_TRANSLATE_NOOP("Countries", "Austria"),
    QT_TRANSLATE_NOOP("Countries", "Azerbaijan"),   QT_TRANSLATE_NOOP("Countries", "Bahrain"),
    QT_TRANSLATE_NOOP("Countries", "Belgium"),      QT_TRANSLATE_NOOP("Countries", "Brazil"),
    QT_TRANSLATE_NOOP("Countries", "Canada"),       QT_TRANSLATE_NOOP("Countries", "China"),
    QT_TRANSLATE_NOOP("Countries", "France"),       QT_TRANSLATE_NOOP("Countries", "Germany"),
    QT_TRANSLATE_NOOP("Countries", "Hungary"),      QT_TRANSLATE_NOOP("Countries", "India"),
    QT_TRANSLATE_NOOP("Countries", "Italy"),        QT_TRANSLATE_NOOP("Countries", "Japan"),
    QT_TRANSLATE_NOOP("Countries", "Korea"),        QT_TRANSLATE_NOOP("Countries", "Malaysia"),
    QT_TRANSLATE_NOOP("Countries", "Mexico"),       QT_TRANSLATE_NOOP("Countries", "Monaco"),
    QT_TRANSLATE_NOOP("Countries", "Netherlands"),  QT_TRANSLATE_NOOP("Countries", "Portugal"),
    QT_TRANSLATE_NOOP("Countries", "Qatar"),        QT_TRANSLATE_NOOP("Countries", "Russia"),
    QT_TRANSLATE_NOOP("Countries", "Saudi Arabia"), QT_TRANSLATE_NOOP("Countries", "Singapore"),
    QT_TRANSLATE_NOOP("Countries", "Spain"),        QT_TRANSLATE_NOOP("Countries", "Turkey"),
    QT_TRANSLATE_NOOP("Countries", "UAE"),          QT_TRANSLATE_NOOP("Countries", "UK"),
    QT_TRANSLATE_NOOP("Countries", "USA"),
};

// Names of races that do not begin like their country, and what else a language has a word of its own for.
constexpr std::pair<const char*, const char*> Places[] = {
    {"British", QT_TRANSLATE_NOOP("Names", "Great Britain")},
    {"Dutch", QT_TRANSLATE_NOOP("Names", "Netherlands")},
    {"European", QT_TRANSLATE_NOOP("Names", "Europe")},
    {"Mexico City", QT_TRANSLATE_NOOP("Names", "Mexico City")},
    {"Styrian", QT_TRANSLATE_NOOP("Names", "Styria")},
    {"Tuscan", QT_TRANSLATE_NOOP("Names", "Tuscany")},
    {"United States", QT_TRANSLATE_NOOP("Names", "United States")},
};

} // namespace

QString countryName(const QString& country)
{
    return QCoreApplication::translate("Countries", country.toUtf8().constData());
}

QString localityName(const QString& locality)
{
    return QCoreApplication::translate("Names", locality.toUtf8().constData());
}

QString placeLines(const Race& race)
{
    return QStringList{race.name, localityName(race.locality), countryName(race.country)}.join(u'\n');
}

QString shortRaceName(const Race& race)
{
    QString name = race.name;
    name.remove(QStringLiteral(" Grand Prix"));
    for (const auto& [of, place] : Places)
        if (name == QLatin1StringView(of))
            return Names::tr(place);
    const bool adjective = !race.country.isEmpty() &&
                           searchKey(name).left(2) == searchKey(race.country).left(2) &&
                           name.count(QLatin1Char(' ')) == race.country.count(QLatin1Char(' '));
    return adjective ? countryName(race.country) : name;
}

QSet<QString> secondCars(const std::vector<PredictionEntry>& entries, const People& people)
{
    const auto before = [&people](const QString& a, const QString& b) {
        return std::pair(people.numbers.value(a, INT_MAX), a) <
               std::pair(people.numbers.value(b, INT_MAX), b);
    };
    QMap<QString, QString> first; // driver by team
    for (const PredictionEntry& entry : entries) {
        const auto known = first.constFind(entry.team);
        if (known == first.constEnd() || before(entry.driver, *known))
            first.insert(entry.team, entry.driver);
    }
    QSet<QString> second;
    for (const PredictionEntry& entry : entries)
        if (first.value(entry.team) != entry.driver)
            second.insert(entry.driver);
    return second;
}

QString inputTitle(const std::string& input)
{
    const InputText* texts = textsOf(input);
    return texts ? Names::tr(texts->title) : QString::fromStdString(input);
}

QString inputMeaning(const std::string& input)
{
    const InputText* texts = textsOf(input);
    return texts ? Names::tr(texts->meaning) : QString();
}

QString stageName(predictor::Stage stage)
{
    switch (stage) {
    case predictor::Stage::Nothing:
        return Names::tr("Before qualifying");
    case predictor::Stage::Qualifying:
        return Names::tr("Qualifying");
    case predictor::Stage::Grid:
        return Names::tr("Grid");
    }
    return {};
}

} // namespace parcferme
