#pragma once

#include "tables/TableModel.h"
#include "tracker/SeasonViews.h"

#include <map>

namespace parcferme {

// The table of a season's drivers or teams after a round, with what is expected at its end.
class StandingsModel : public TableModel
{
    Q_OBJECT
public:
    enum class Form {
        Usual,
        Trend,  // beside the title odds: fewer columns, and the change since the race before
        WhatIf, // now, if so, and the change of both
        Final,  // of a season that is over: best chance before the end, and points behind
    };
    using Rounds = std::map<int, std::shared_ptr<const SeasonView>>;

    struct Shown
    {
        season::Contestants side = season::Contestants::Drivers;
        Form form = Form::Usual;
        bool codes = false;             // short names in sentences
        bool muted = false;             // older than what is being computed
        bool retrospect = false;        // grey bars
        const Rounds* rounds = nullptr; // before the one at hand, as far as they are computed
        const season::Conditional* ifSo = nullptr;
    };

    explicit StandingsModel(QObject* parent = nullptr);
    void show(const SeasonView& view, const Shown& how);

private:
    void setForm(const Shown& how, const QString& trendTitle);
    Row rowOf(const SeasonView& view, const Shown& how, const season::Standing& line) const;

    std::optional<std::tuple<season::Contestants, Form, QString>> shown_;
};

namespace standings {

// The lines of one side, and what is expected of it; null: nothing.
const season::Standings& tableOf(const SeasonView& view, season::Contestants side);
const season::Expectation* expectationOf(const SeasonView& view, season::Contestants side,
                                         const std::string& id);
const season::Expectation* expectationOf(const season::SeasonOutlook& outlook, season::Contestants side,
                                         const std::string& id);
// His chance of the title as far as it can be said: certain once it is decided.
std::optional<double> titleChance(const SeasonView& view, season::Contestants side,
                                  const season::Standing& line);
std::optional<double> titleChance(const SeasonView& view, season::Contestants side, const std::string& id);

QString fullName(const People& people, season::Contestants side, const season::Standing& line);
QString shortName(const People& people, season::Contestants side, const season::Standing& line); // "Norris"
QString code(const People& people, season::Contestants side, const season::Standing& line);      // "NOR"
QString colour(const People& people, const season::Standing& line);

// "69.3"; "<0.1" where it is possible, en dash where it is not; "100" only where it is decided.
QString titlePercent(double share, const season::Contest& contest);
QString points(double points); // half points as they are
// "leads by 50", "51 more than Antonelli", "cannot win any more", "champion since round 17".
QString toBeChampion(const SeasonView& view, season::Contestants side, const season::Standing& line,
                     bool codes);
// Short name of a race of the season, "Hungary"; "round 7" where it is not known.
QString raceName(const SeasonView& view, int round);
QString raceCode(const SeasonView& view, int round); // "HUN"

} // namespace standings

} // namespace parcferme
