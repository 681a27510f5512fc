#include "tables/ScoreTexts.h"

#include "tables/Format.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace parcferme {

namespace {

using Better = ScoreText::Better;

class ScoreTexts
{
    Q_DECLARE_TR_FUNCTIONS(ScoreTexts)
};

struct Entry
{
    const char* key;
    const char* name;
    int decimals;
    bool share;
    Better better;
    const char* meaning;
};

constexpr std::array<Entry, 24> Entries{{
    {"position_mae", QT_TRANSLATE_NOOP("ScoreTexts", "Mean error in positions"), 2, false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts",
                       "By how many places a driver missed his predicted position, on average. Who did not "
                       "start is left out: places and chances close up to those who did.")},
    {"position_mae_classified", QT_TRANSLATE_NOOP("ScoreTexts", "Mean error, classified only"), 2, false,
     Better::Lower, QT_TRANSLATE_NOOP("ScoreTexts", "The same without those who did not reach the finish.")},
    {"time_mae_seconds", QT_TRANSLATE_NOOP("ScoreTexts", "Error of the race time, s"), 1, false,
     Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts", "By how many seconds the race times on the lead lap were missed.")},
    {"time_mae_seconds_not_stopped",
     QT_TRANSLATE_NOOP("ScoreTexts", "Error of the race time, races not stopped, s"), 1, false, Better::Lower,
     QT_TRANSLATE_NOOP(
         "ScoreTexts",
         "The same without races whose winner took over 1.25 times the predicted time: the facts "
         "do not tell of red flags.")},
    {"gap_mae_seconds", QT_TRANSLATE_NOOP("ScoreTexts", "Error of the gaps, s"), 1, false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts", "By how many seconds the gaps to the winner were missed.")},
    {"gap_distance_seconds", QT_TRANSLATE_NOOP("ScoreTexts", "Error of the gaps with lapped cars, s"), 1,
     false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts",
                       "By how many seconds the gaps were missed; of a lapped car, the lap that it was in.")},
    {"gap_coverage_80", QT_TRANSLATE_NOOP("ScoreTexts", "Gaps inside the 80 % range"), 1, true,
     Better::Neither,
     QT_TRANSLATE_NOOP("ScoreTexts",
                       "Gaps inside their range, lapped cars by the part of their lap; it should be about "
                       "80 %.")},
    {"lapped_brier", QT_TRANSLATE_NOOP("ScoreTexts", "Brier score, lapped"), 4, false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts", "Squared error of the chances to be lapped; 0 is perfect.")},
    {"winner_correct", QT_TRANSLATE_NOOP("ScoreTexts", "Winner right"), 1, true, Better::Higher,
     QT_TRANSLATE_NOOP("ScoreTexts", "How often the driver predicted first won.")},
    {"podium_accuracy", QT_TRANSLATE_NOOP("ScoreTexts", "Podium right"), 1, true, Better::Higher,
     QT_TRANSLATE_NOOP("ScoreTexts", "How many of the first three were predicted, in any order.")},
    {"podium_exact_order", QT_TRANSLATE_NOOP("ScoreTexts", "Podium in order"), 1, true, Better::Higher,
     QT_TRANSLATE_NOOP("ScoreTexts", "How often the first three were predicted in their exact order.")},
    {"points_overlap", QT_TRANSLATE_NOOP("ScoreTexts", "Points places right"), 1, true, Better::Higher,
     QT_TRANSLATE_NOOP("ScoreTexts", "How many of the first ten were predicted, in any order.")},
    {"spearman", QT_TRANSLATE_NOOP("ScoreTexts", "Rank correlation (Spearman)"), 3, false, Better::Higher,
     QT_TRANSLATE_NOOP("ScoreTexts", "How alike the two orders are: 1 the same, 0 unrelated.")},
    {"kendall", QT_TRANSLATE_NOOP("ScoreTexts", "Rank correlation (Kendall)"), 3, false, Better::Higher,
     QT_TRANSLATE_NOOP("ScoreTexts", "Pairs of drivers in the right order minus those in the wrong one.")},
    {"winner_log_loss", QT_TRANSLATE_NOOP("ScoreTexts", "Log loss of the winner"), 3, false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts", "How surprised the forecast was by who won; 0 is none.")},
    {"win_brier", QT_TRANSLATE_NOOP("ScoreTexts", "Brier score, win"), 4, false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts", "Squared error of the chances to win; 0 is perfect.")},
    {"podium_brier", QT_TRANSLATE_NOOP("ScoreTexts", "Brier score, podium"), 4, false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts", "Squared error of the chances of a podium; 0 is perfect.")},
    {"points_brier", QT_TRANSLATE_NOOP("ScoreTexts", "Brier score, points"), 4, false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts", "Squared error of the chances of points; 0 is perfect.")},
    {"rps", QT_TRANSLATE_NOOP("ScoreTexts", "Ranked probability score"), 4, false, Better::Lower,
     QT_TRANSLATE_NOOP("ScoreTexts", "How far all the chances for all positions were off; 0 is perfect.")},
    {"teammates_log_loss", QT_TRANSLATE_NOOP("ScoreTexts", "Log loss of the order of teammates"), 3, false,
     Better::Lower,
     QT_TRANSLATE_NOOP(
         "ScoreTexts",
         "How surprised the forecast was by which of two teammates was ahead; 0.693 is a coin.")},
    {"coverage_50", QT_TRANSLATE_NOOP("ScoreTexts", "Inside the 50 % range"), 1, true, Better::Neither,
     QT_TRANSLATE_NOOP("ScoreTexts", "Drivers inside their range; it should be a little over 50 %.")},
    {"coverage_80", QT_TRANSLATE_NOOP("ScoreTexts", "Inside the 80 % range"), 1, true, Better::Neither,
     QT_TRANSLATE_NOOP("ScoreTexts", "Drivers inside their range; it should be a little over 80 %.")},
    {"coverage_90", QT_TRANSLATE_NOOP("ScoreTexts", "Inside the 90 % range"), 1, true, Better::Neither,
     QT_TRANSLATE_NOOP("ScoreTexts", "Drivers inside their range; it should be a little over 90 %.")},
    {"concordance", QT_TRANSLATE_NOOP("ScoreTexts", "Pairs right"), 1, true, Better::Higher,
     QT_TRANSLATE_NOOP("ScoreTexts", "Pairs of drivers in the right order; confidence foretells this.")},
}};

} // namespace

ScoreText scoreText(const QString& key)
{
    for (const Entry& entry : Entries)
        if (key == QLatin1StringView(entry.key))
            return {ScoreTexts::tr(entry.name), entry.decimals, entry.share, entry.better,
                    ScoreTexts::tr(entry.meaning)};
    return {key, 4, false, Better::Neither, {}};
}

QString scoreFigure(const ScoreText& text, const std::optional<double>& value)
{
    if (!value)
        return format::missing();
    return text.share ? QCoreApplication::translate("ScoreTexts", "%1 %")
                            .arg(format::number(*value * 100, text.decimals))
                      : format::number(*value, text.decimals);
}

Verdict verdict(const ScoreText& text, const std::optional<double>& model,
                const std::optional<double>& baseline)
{
    if (!model || !baseline || text.better == Better::Neither)
        return Verdict::Unknown;
    if (scoreFigure(text, model) == scoreFigure(text, baseline))
        return Verdict::NoDifference;
    return (*model < *baseline) == (text.better == Better::Lower) ? Verdict::Better : Verdict::Worse;
}

Verdict verdict(const ScoreText& text, double low, double high)
{
    if (text.better == Better::Neither || !std::isfinite(low) || !std::isfinite(high))
        return Verdict::Unknown;
    if (low <= 0 && high >= 0)
        return Verdict::NoDifference;
    return (high < 0) == (text.better == Better::Lower) ? Verdict::Better : Verdict::Worse;
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Better:
        return ScoreTexts::tr("better");
    case Verdict::Worse:
        return ScoreTexts::tr("worse");
    case Verdict::NoDifference:
        return ScoreTexts::tr("no difference");
    case Verdict::Unknown:
        break;
    }
    return format::missing();
}

QString baselineName(const QString& key)
{
    if (key == QLatin1StringView("grid"))
        return ScoreTexts::tr("Grid order");
    if (key == QLatin1StringView("qualifying"))
        return ScoreTexts::tr("Qualifying order");
    if (key == QLatin1StringView("form"))
        return ScoreTexts::tr("Form");
    return key;
}

} // namespace parcferme
