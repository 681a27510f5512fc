#include "ui/charts/SeasonMarks.h"

#include "tables/Names.h"
#include "ui/charts/ChartParts.h"

#include <algorithm>

namespace parcferme {

std::vector<SeasonMark> seasonMarks(const SeasonView& view, season::Contestants side)
{
    const bool drivers = side == season::Contestants::Drivers;
    std::vector<PredictionEntry> entries;
    for (const season::Standing& line : view.drivers.lines) {
        PredictionEntry& entry = entries.emplace_back();
        entry.driver = QString::fromStdString(line.id);
        entry.team = QString::fromStdString(line.team);
    }
    const QSet<QString> second = drivers ? secondCars(entries, view.people) : QSet<QString>();
    std::vector<SeasonMark> marks;
    for (const season::Standing& line : standings::tableOf(view, side).lines) {
        SeasonMark mark;
        mark.id = QString::fromStdString(line.id);
        mark.name = standings::shortName(view.people, side, line);
        mark.code = standings::code(view.people, side, line);
        mark.head = standings::fullName(view.people, side, line);
        if (drivers)
            mark.head = chart::heading(mark.head, teamName(view.people, QString::fromStdString(line.team)));
        mark.colour = QColor(standings::colour(view.people, line));
        mark.second = second.contains(mark.id);
        mark.line = &line;
        marks.push_back(std::move(mark));
    }
    return marks;
}

void spreadLabels(std::vector<EndLabel>& labels, double gap, double top, double bottom)
{
    std::ranges::stable_sort(labels, {}, &EndLabel::y);
    double least = top;
    for (EndLabel& label : labels) {
        label.y = std::max(label.y, least);
        least = label.y + gap;
    }
    double most = bottom;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y = std::min(label->y, most);
        most = label->y - gap;
    }
}

} // namespace parcferme
