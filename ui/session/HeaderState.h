#pragma once

#include "tables/TableRoles.h"
#include "tracker/PickViews.h"

#include <QCoreApplication>

namespace parcferme {

// A label above a value in the header.
struct HeaderFact
{
    QString label;
    QString value;
    QString level; // muted words after the value
    QString tooltip;
    bool strong = false;
    bool warning = false;
    bool levelWarns = false; // a warning sign before the level
    // When the facts do not fit in one row, the first to go has 1; it goes, or only so much of its level that
    // this is left.
    int givesWay = 0;
    std::optional<QString> shortLevel = {};
    QString key = {}; // of those that are looked for; NOLINT(readability-redundant-member-init)

    friend bool operator==(const HeaderFact&, const HeaderFact&) = default;
};

// All that the header says about a race and the forecast shown of it.
struct HeaderState
{
    QString title;
    QString place;
    QStringList shorterPlaces; // the same where there is less room, the shortest last
    QString placeTooltip;
    struct SessionChoice
    {
        Session session;
        RaceBadge badge; // as in the race list
    };
    std::vector<SessionChoice> sessions; // of a sprint weekend; else empty
    Session session = Session::Race;
    std::optional<PredictionKind> kind;
    std::optional<PickState> mine; // of the user's picks, where the page is about them
    bool railOfMine = false;
    std::vector<HeaderFact> facts;
    QByteArray hash;   // empty for a preview
    QByteArray myHash; // of the locked picks
    QString large;
    QString caption;
    QString shortCaption; // where the title needs the room; empty: the caption
};

class HeaderWords
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::HeaderWords)
public:
    // shown: the frozen prediction, or a preview, or null. hidden: results must not show.
    static HeaderState state(const RaceDetails& raceView, const ForecastView* shown, const QDateTime& now,
                             bool hidden);

    // Whether the countdown is in its last hour, and shows seconds.
    static bool countsSeconds(const RaceDetails& raceView, const QDateTime& now);

    // "a41f 09c2 7be0…"
    static QString shortHash(const QByteArray& hash);

private:
    static void addFacts(HeaderState& state, const RaceDetails& raceView, const ForecastView& view,
                         const QDateTime& now);
    static QString stageWords(const RaceDetails& raceView, const ForecastView& view);
    static HeaderFact stageFact(const RaceDetails& raceView, const ForecastView& view);
    static void addLargeFact(HeaderState& state, const RaceDetails& raceView, const ForecastView* shown,
                             const QDateTime& now, bool hidden);
    static bool addJudgement(HeaderState& state, const RaceDetails& raceView, const ForecastView* shown,
                             bool hidden);
    static void addCountdown(HeaderState& state, const RaceDetails& raceView, const ForecastView* shown,
                             const QDateTime& now);
};

} // namespace parcferme
