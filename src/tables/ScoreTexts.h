#pragma once

#include <QString>

#include <optional>

namespace parcferme {

// How a score is shown to people. Keys are those of export/ScoreFields.h.
struct ScoreText
{
    enum class Better { Lower, Higher, Neither }; // Neither: near its nominal value is good

    QString name;
    int decimals = 2;
    bool share = false; // shown in percent
    Better better = Better::Lower;
    QString meaning; // one plain sentence, without figures
};

ScoreText scoreText(const QString& key);

// "2.20", "60.8 %", an en dash.
QString scoreFigure(const ScoreText& text, const std::optional<double>& value);

enum class Verdict { Better, Worse, NoDifference, Unknown };

// One race: by the figures as they are shown.
Verdict verdict(const ScoreText& text, const std::optional<double>& model,
                const std::optional<double>& baseline);
// Many races: by the 95 % interval of model minus baseline; one that holds 0 shows no difference.
Verdict verdict(const ScoreText& text, double low, double high);
QString verdictWord(Verdict verdict);

// "Grid order", "Qualifying order", "Form".
QString baselineName(const QString& key);

} // namespace parcferme
