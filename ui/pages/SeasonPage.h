#pragma once

#include "tables/SeasonChartModels.h"
#include "tables/StandingsModel.h"
#include "ui/pages/Page.h"
#include "ui/session/SeasonSession.h"

#include <QPointer>

#include <memory>

class QComboBox;

namespace parcferme {

class Banner;
class FinalPointsChart;
class LeadText;
class PointsChart;
class SeasonHeader;
class SegmentBar;
class TableAndCharts;
class TitleOddsChart;
class WhatIfLine;

// The standings of a season after a round, and what is expected of its rest.
class SeasonPage : public Page
{
    Q_OBJECT
public:
    explicit SeasonPage(const PageContext& context);

    void refresh() override;
    void setNarrow(bool narrow) override;
    void selectDriver(const QString& driver) override;
    TablePanel* currentTable() const override;
    QStringList printedWords() const override;
    ChartDeck* charts() const override { return deck_; }

protected:
    QAction* actionOf(Command command) const override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildTable(const PageContext& context);
    void buildCharts(const PageContext& context);
    void buildPage(const PageContext& context);
    void connectSession();
    season::Contestants side() const;
    QString selected() const;
    void select(const QString& id);
    std::optional<int> firstHidden() const;
    int lastToSee() const;
    void showNothing();
    void showHidden();
    void showSeason();
    void showTable();
    void showCharts();
    void showOdds();
    void showSentence();
    void fillRounds();
    void alignRows();
    SeasonSession& session() const { return *session_; }

    QPointer<SeasonSession> session_; // gone before the page when the window goes
    Preferences& preferences_;
    StandingsModel model_;
    TitleOddsModel oddsModel_;
    PointsByRoundModel pointsModel_;
    std::shared_ptr<const SeasonView> shown_;
    int seenThrough_ = 0; // round up to which hidden results were asked for, in seenYear_
    int seenYear_ = 0;
    bool narrow_ = false;
    QString driver_, team_; // selected
    QAction* showEarlier_;
    QAction* reveal_;
    SeasonHeader* header_;
    QWidget* computing_ = nullptr; // a line, while something newer is being computed
    Banner* note_ = nullptr;
    WhatIfLine* whatIf_ = nullptr;
    SegmentBar* sides_ = nullptr;
    QComboBox* rounds_ = nullptr;
    LeadText* sentence_ = nullptr;
    TablePanel* table_ = nullptr;
    FinalPointsChart* final_ = nullptr;
    TitleOddsChart* odds_ = nullptr;
    PointsChart* points_ = nullptr;
    ChartDeck* deck_ = nullptr;
    TableAndCharts* content_ = nullptr;
};

} // namespace parcferme
