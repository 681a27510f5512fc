#pragma once

#include "tracker/PickViews.h"
#include "ui/session/SeasonSession.h"

#include <QString>

#include <memory>
#include <vector>

namespace parcferme {

class ChartWidget;

// A chart that no page shows, made to be saved: its caption says what it is of, and so does its file's name.
struct ChartPicture
{
    QString name; // of the file, without its ending
    std::shared_ptr<ChartWidget> chart;
};
using ChartPictures = std::vector<ChartPicture>;

// Of a predicted session: forecast, and where it may be told the result and its scores.
ChartPictures chartPictures(const RaceDetails& race, bool resultTold);
// Of a season as of its view's round, for drivers and teams. rounds: it and those before it.
ChartPictures chartPictures(const SeasonView& view, const SeasonSession::Rounds& rounds);
// Of the season's "what if", where one is answered.
ChartPictures whatIfPictures(const SeasonSession& session);
// Of a season's track record: skill and reliability, live and retrospective apart.
ChartPictures chartPictures(int season, const TrackRecord& record);
ChartPictures chartPictures(int season, const League& league, const QString& player);

// What the charts of a season are called: "2026-season-after-round-11-live-drivers", and what stands at their
// foot.
QString seasonFileName(const SeasonView& view, season::Contestants side);
QString seasonCaption(const SeasonView& view, const std::optional<SeasonCondition>& ifSo);
// Of the condition, for a file's name: "if-norris-wins-16".
QString conditionName(const SeasonCondition& condition);
// The heading of a chart of changes.
QString conditionHeading(const SeasonView& view, const SeasonCondition& condition);

} // namespace parcferme
