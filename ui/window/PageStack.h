#pragma once

#include "ui/pages/Page.h"
#include "ui/pages/PageTable.h"

#include <QWidget>

class QAction;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace parcferme {

// The pages of the table: those of a race under their tabs, the others without. What has changed is shown on
// the page in front at once, and on the others when they come to the front: all at once would take longer
// than a window may.
class PageStack : public QWidget
{
    Q_OBJECT
public:
    explicit PageStack(const PageContext& context, QWidget* parent = nullptr);

    Page* page(PageId id); // made when it is asked for, or when the window has nothing else to do
    Page* current() const;
    const PageEntry& currentEntry() const;
    void show(PageId id);
    void showTab();                   // the page of a race that was shown last
    void showKey(const QString& key); // the first page when there is none of that key
    QString tabKey() const;           // of showTab()

    void refreshAll();   // each when its turn comes
    void refreshEmpty(); // those that show nothing
    // Stands between the tabs and the page, so that the tabs keep their place when it comes and goes.
    void setNotice(QWidget* notice);
    void setNarrow(bool narrow);
    void selectDriver(const QString& driver);

Q_SIGNALS:
    void currentChanged(); // another page, or the same with something to show now, or nothing
    void driverSelected(const QString& driver);
    void exported(const QString& file);
    void exportFailed(const QString& message);

private:
    void makeNext();
    void bringToFront(int place);
    void refreshSoon();
    void paintLater();
    void refreshCurrent();
    void connectPage(size_t place);
    QPushButton* shareButton(QAction* share);

    PageContext context_;
    QWidget* tabLine_;
    QTabBar* tabs_; // by place: the pages of a race come first
    QStackedWidget* stack_;
    std::vector<Page*> pages_;   // as in the table; none where it is not made yet
    std::vector<bool> outdated_; // by place: not of what is at hand
    bool refreshAsked_ = false;
    std::optional<bool> narrow_; // as it was told last
    QString driver_;
};

} // namespace parcferme
