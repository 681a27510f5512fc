#pragma once

#include "ui/window/Session.h"

#include <QMainWindow>
#include <QTimer>

#include <array>

class QSplitter;
class QStackedWidget;
class QSystemTrayIcon;
class QTabBar;

namespace parcferme {

class Banner;
class EmptyView;
class FileDialogs;
class Page;
class RaceHeader;
class RaceListPanel;
class RecordPage;
class StatusStrip;
class Theme;
class ToolStrip;
struct Actions;

// The one window: race list, header, four pages, message bar and status line, over a tracker on its own
// thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    enum PageIndex { PredictionPageIndex, ResultPageIndex, MetricsPageIndex, RecordPageIndex };

    MainWindow(TrackerThread& tracker, const Clock& clock, Preferences& preferences, FileDialogs& dialogs,
               Theme& theme);
    ~MainWindow() override;

    void open(const Settings& settings);

    Session& session() { return session_; }
    Actions& actions() { return *actions_; }
    ToolStrip* tools() const { return tools_; }
    MessageBar* messages() const { return messages_; }
    RaceHeader* header() const { return header_; }
    RaceListPanel* raceList() const { return raceList_; }
    StatusStrip* statusStrip() const { return status_; }
    Page* page(PageIndex index) const;
    Page* currentPage() const;
    void showPage(PageIndex index);
    void selectDriver(const QString& driver);
    void raiseToFront(); // a second start asks for it

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    QWidget* buildRight();
    void connectSession();
    void connectActions();
    void connectRaceActions();
    void connectViews();
    void restore();

    void showRace();
    void refreshShown();
    void refreshSoon();
    void paintLater();
    void showRaces();
    void showFailure(const Error& error);
    void notify(const QString& head, const QString& words);
    void showNotice();
    void showTheme();
    void updateActions();
    void updatePredict();
    void tick();
    void setNarrow(bool narrow);
    int scaled(int pixels) const; // with the text size
    void act(const QString& key);
    void copyHash(const QByteArray& hash);
    void exportTable();
    void openGrid();
    void openRestore();
    void openBacktest();
    void openPreferences();
    void askBeforeClosing(const QString& loss);
    void say(Severity severity, const QString& what, const QString& kept);

    Session session_;
    const Clock& clock_;
    Preferences& preferences_;
    FileDialogs& dialogs_;
    Theme& theme_;
    std::unique_ptr<Actions> actions_;
    ToolStrip* tools_ = nullptr;
    MessageBar* messages_ = nullptr;
    RaceListPanel* raceList_ = nullptr;
    QStackedWidget* centre_ = nullptr; // the body, or why there is none
    QSplitter* body_ = nullptr;
    EmptyView* failure_ = nullptr;
    Banner* notice_ = nullptr;
    RaceHeader* header_ = nullptr;
    QTabBar* tabs_ = nullptr;
    QStackedWidget* stack_ = nullptr;
    std::array<Page*, 4> pages_{};
    std::array<bool, 4> stale_{}; // not of the race at hand
    bool refreshAsked_ = false;
    RecordPage* record_ = nullptr;
    StatusStrip* status_ = nullptr;
    QSystemTrayIcon* tray_ = nullptr;
    QTimer ticker_;
    QString driver_;
    bool narrow_ = false;
    bool closing_ = false;    // whatever is lost
    qint64 minuteShown_ = -1; // since the epoch
};

} // namespace parcferme
