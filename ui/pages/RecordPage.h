#pragma once

#include "domain/Prediction.h"
#include "tables/BiasModel.h"
#include "tables/MetricsModel.h"
#include "tables/RecordRacesModel.h"
#include "tables/ReliabilityModel.h"
#include "tables/SeasonModel.h"
#include "ui/pages/Page.h"

#include <QPointer>

#include <memory>
#include <optional>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace parcferme {

class Banner;
class LeaguePane;
class LeagueSession;
class OddsSession;
class RecordTools;
class ReliabilityChart;
class SegmentBar;
class SkillChart;
class TitleOddsPane;

// All judged predictions: live and retrospective apart, and the newest backtest since the start beside them.
// Under further tabs the user's own record in the same tables, the league, and how good title odds were.
class RecordPage : public Page
{
    Q_OBJECT
public:
    explicit RecordPage(const PageContext& context);

    void refresh() override;
    void comesToFront() override { load(); }
    void setNarrow(bool narrow) override;
    void selectDriver(const QString& driver) override;
    TablePanel* currentTable() const override;
    std::vector<TablePanel*> printedTables() const override;
    QStringList printedWords() const override;
    ChartDeck* charts() const override;
    std::vector<ChartDeck*> allCharts() const override;
    enum class Tab { Model, Mine, League, Odds };
    Tab tab() const;

protected:
    QAction* actionOf(Command command) const override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildTabs(const PageContext& context);
    void showTab();
    void showLeague();
    void showOdds();
    void lookAt(bool looking); // at what this tab needs
    QWidget* buildCharts(const PageContext& context);
    QWidget* buildTables(const PageContext& context);
    QWidget* seasonWords();
    QWidget* buildBias(const PageContext& context);
    TablePanel* addTable(const QString& key, const QString& title, TableModel* model,
                         const PageContext& context);
    void load(); // of the seasons and stage that are chosen
    void showBacktest(int from, int to, Stage stage, Session session,
                      std::shared_ptr<const evaluation::Report> report);
    std::shared_ptr<const evaluation::Report> report() const; // chosen; null: nothing
    void showReport(const std::shared_ptr<const evaluation::Report>& report);
    void showNote(const evaluation::Report& report);
    void fillRaces();
    void showReliability();
    void nameExports(const evaluation::Report& report);
    void showNothing();
    void openOnWhatThereIs();

    SeasonModel seasonModel_;
    RecordRacesModel racesModel_;
    MetricsModel scoresModel_;
    BiasModel biasModel_;
    ReliabilityModel reliabilityModel_;
    std::shared_ptr<const evaluation::Report> backtest_;
    std::shared_ptr<const evaluation::Report> shown_;
    bool kindChosen_ = false;         // by a person
    bool racesFresh_ = false;         // the table of races is of the report shown
    QPointer<LeagueSession> session_; // gone before the page when the window goes
    QAction* showRetrospective_;
    QTabBar* playerTabs_;
    QStackedWidget* views_; // the record, the league
    LeaguePane* league_;
    QPointer<OddsSession> oddsSession_; // as session_
    TitleOddsPane* odds_;
    RecordTools* tools_;
    Banner* note_;
    SkillChart* skill_;
    ReliabilityChart* reliability_;
    SegmentBar* events_;
    ChartDeck* skillDeck_;
    ChartDeck* reliabilityDeck_;
    QSplitter* parts_;
    QSplitter* chartPair_;
    QSplitter* tablePair_;
    QTabBar* tableTabs_;
    QStackedWidget* tables_;
    std::vector<TablePanel*> panels_;
    TablePanel* bias_;
};

} // namespace parcferme
