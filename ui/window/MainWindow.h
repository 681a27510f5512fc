#pragma once

#include "ui/pages/PageTable.h"
#include "ui/session/WindowModel.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

class QSplitter;
class QStackedWidget;

namespace parcferme {

class Banner;
class FailureView;
class FileDialogs;
class MessageBar;
class Notifier;
class PageStack;
class RaceHeader;
class RaceListPanel;
class SeasonPictures;
class StatusStrip;
class Theme;
class ToolStrip;
struct Actions;
struct HeaderState;

// The one window: race list, header, pages, message bar and status line, over a tracker on its own thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(TrackerThread& tracker, const Clock& clock, Preferences& preferences, FileDialogs& dialogs,
               Theme& theme);
    ~MainWindow() override;

    void open(const Settings& settings);

    WindowModel& windowModel() { return windowModel_; }
    Actions& actions() { return *actions_; }
    ToolStrip* tools() const { return tools_; }
    MessageBar* messages() const { return messages_; }
    RaceHeader* header() const { return header_; }
    RaceListPanel* raceList() const { return raceList_; }
    StatusStrip* statusStrip() const { return status_; }
    Page* page(PageId id) const;
    Page* currentPage() const;
    void showPage(PageId id);
    void selectDriver(const QString& driver);
    void raiseToFront(); // a second start asks for it

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    QWidget* buildRight();
    void connectModel();
    void connectActions();
    void connectRaceActions();
    void connectViews();
    void restore();
    void placeOnScreen();

    void pageChanged();
    void showHeader();
    HeaderState headerState(const QDateTime& now);
    void showFigures();
    void showRace();
    void showRaces();
    void showFailure(const Error& error);
    void showNotice();
    void showTheme();
    void updateActions();
    void tick();
    void setNarrow(bool narrow);
    void fitList();
    int scaled(int pixels) const; // with the text size
    void copyHash(const QByteArray& hash);
    void openSharePicture();
    const ForecastView* sharedForecast() const;
    const PickView* sharedPicks();
    void exportCalendar();
    void print();
    void openGrid();
    void openRestore();
    void openBacktest();
    void openPreferences();
    void askBeforeClosing(const QString& loss);
    void search(const QString& text);
    void openMessages();
    void saveAllImages();
    void saveSeasonImages();
    void tell(Message message);
    void say(Severity severity, const QString& what, const QString& kept);

    WindowModel windowModel_;
    Preferences& preferences_;
    FileDialogs& dialogs_;
    Theme& theme_;
    std::unique_ptr<Actions> actions_;
    Notifier* notifier_;
    ToolStrip* tools_ = nullptr;
    MessageBar* messages_ = nullptr;
    RaceListPanel* raceList_ = nullptr;
    QStackedWidget* centre_ = nullptr; // the body, or why there is none
    QSplitter* body_ = nullptr;
    FailureView* failure_ = nullptr;
    Banner* notice_ = nullptr;
    RaceHeader* header_ = nullptr;
    PageStack* pages_ = nullptr;
    StatusStrip* status_ = nullptr;
    QPointer<SeasonPictures> pictures_; // while they are being saved
    QTimer ticker_;
    bool narrow_ = false;
    bool narrowListMoved_ = false; // by the user
    bool closing_ = false;         // the user agreed, whatever is lost
    qint64 minuteShown_ = -1;      // since the epoch
};

} // namespace parcferme
