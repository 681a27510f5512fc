#pragma once

#include "tables/StandingsModel.h"
#include "tracker/SeasonViews.h"
#include "ui/base/Severity.h"

#include <QCoreApplication>

#include <optional>

namespace parcferme {

// What stands above the season's tables.
struct SeasonHeaderState
{
    enum class Kind { Live, Retrospect, Final, Missing };

    QString title;
    Kind kind = Kind::Live;
    QString badge;
    QString left;       // what is to come
    QString provenance; // what it is computed from
    QString large, caption;
};

struct SeasonNote
{
    Severity severity = Severity::Info;
    QString lead, words;
    bool offersSync = false;
};

// The words of the season page.
class SeasonWords
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::SeasonWords)
public:
    using Side = season::Contestants;

    // narrow: shorter lines.
    static SeasonHeaderState header(const SeasonView& view, Side side, bool narrow);
    static std::optional<SeasonNote> note(const SeasonView& view, Side side);

    struct Sentence
    {
        QString lead, words;
    };
    // Whether the selected one can still win; nothing for nobody.
    static std::optional<Sentence> sentence(const SeasonView& view, Side side, const QString& id);

    // In the box that chooses the round.
    static QString asOf(const SeasonView& view, int round, bool narrow);
    // "wins the next race, Netherlands", "is on the podium in Italy", "does not score in the sprint of
    // Singapore".
    static QString condition(const SeasonView& view, const SeasonCondition& condition);
    // The answer to it, plain; empty while there is none.
    static Sentence answer(const SeasonView& view, const SeasonCondition& condition,
                           const season::Conditional& ifSo);
    // "12,666 of 100,000 simulations"
    static QString share(const SeasonView& view, const season::Conditional& ifSo);

    static SeasonHeaderState::Kind kindOf(const SeasonView& view);
    static QString badge(const SeasonView& view, SeasonHeaderState::Kind kind);

private:
    static QString left(const SeasonView& view, Side side, SeasonHeaderState::Kind kind, bool narrow);
    static QString provenance(const SeasonView& view, SeasonHeaderState::Kind kind, bool narrow);
    static void addLargeFact(SeasonHeaderState& state, const SeasonView& view, Side side);
    static QString possessive(const QString& name);
    static QString event(const SeasonView& view, const SeasonCondition& condition);
    static std::vector<const Race*> missingRaces(const SeasonView& view);
};

} // namespace parcferme
