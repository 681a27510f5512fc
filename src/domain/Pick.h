#pragma once

#include "domain/Prediction.h"

namespace parcferme {

using PickId = qint64;

// The shape of a stored pick, which it names itself, as a prediction does (NewestFormat).
inline constexpr int NewestPickFormat = 1;

// Whether a pick was locked before the start. Late ones are kept and shown, and never count. Void is never
// stored: one that counted as live turns out to be too late, since the start was earlier than was believed.
enum class PickKind { Live, Late, Void };

// One driver's place in a pick.
struct PickEntry
{
    QString driver;
    QString team;
    int position = 0; // 1..n
};

// A person's own predicted order of a session, locked into the ledger of picks and never changed.
struct Pick
{
    PickId id = 0;
    RaceId race = 0;
    Session session = Session::Race;
    QString player;
    PickKind kind = PickKind::Live;
    QDateTime createdAt;
    // Chance in [0, 1] of who is first in the order to win; nothing where none was given.
    std::optional<double> winnerChance;
    int format = NewestPickFormat;
    QByteArray snapshot;     // canonical JSON
    QByteArray previousHash; // lower-case hex; 64 zeros before the first
    QByteArray hash;
    std::vector<PickEntry> entries; // by position; empty where the order is not shown yet

    SessionKey of() const { return {race, session}; }
};

// An order that somebody is still at: saved at every move, locked later.
struct PickDraft
{
    SessionKey of;
    QString player;
    // Of each place the driver's id, empty where the place is not filled yet.
    QStringList places;
    std::optional<double> winnerChance; // as in Pick
    QDateTime savedAt;

    int filled() const { return static_cast<int>(places.size() - places.count(QString())); }
};

// A pick judged against one revision of the official result: the scores of DESIGN section 7 for which an
// order is enough. Where a chance of the winner was given, what is left of it is spread evenly over the other
// starters, so that log loss and Brier of the winner are on the scale of the model's.
struct PickScores
{
    qint64 id = 0;
    RaceId race = 0;
    PickId pick = 0;
    int resultRevision = 0;
    QDateTime createdAt;
    int starters = 0;
    double positionMae = 0;
    std::optional<double> positionMaeClassified;
    bool winnerCorrect = false;
    double podiumAccuracy = 0;
    double podiumExactOrder = 0; // 0 or 1: the three in the right order
    double pointsOverlap = 0;
    std::optional<double> spearman, kendall;
    std::optional<double> winBrier, winnerLogLoss;
    double concordance = 0; // share of driver pairs in the right order
    int leaguePoints = 0;
    QByteArray baselines;    // canonical JSON, as in Evaluation
    QByteArray drivers;      // canonical JSON: one object per starter
    bool superseded = false; // derived: a newer revision has its own scores
};

} // namespace parcferme
