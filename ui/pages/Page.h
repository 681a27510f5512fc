#pragma once

#include "ui/session/Command.h"
#include "ui/session/EmptyWords.h"

#include <QWidget>

#include <functional>

class QAction;
class QStackedLayout;
class QVBoxLayout;

namespace parcferme {

class ChartDeck;
class EmptyView;
class FileDialogs;
class Preferences;
class TablePanel;
class WindowModel;

// What a page is made with.
struct PageContext
{
    WindowModel& windowModel;
    Preferences& preferences;
    FileDialogs& dialogs;
    std::function<QAction*(Command)> action; // of the window
};

// A page of the window: what it shows comes from the window's model; where there is nothing, an empty view
// says why, and offers what helps.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(const PageContext& context);

    virtual void refresh() = 0;
    virtual void comesToFront() {} // its tab was chosen
    virtual void setNarrow(bool narrow) = 0;
    virtual void selectDriver(const QString& driver) = 0;
    // The table that export, copy and find mean now; null when none shows.
    virtual TablePanel* currentTable() const = 0;
    virtual std::vector<TablePanel*> printedTables() const; // those that belong on paper, from above
    virtual QStringList printedWords() const { return {}; } // above them: what they are of
    virtual ChartDeck* charts() const { return nullptr; }   // the one that is meant; null: none
    virtual std::vector<ChartDeck*> allCharts() const;
    bool isEmpty() const;
    EmptyView* emptyView() const { return empty_; }

Q_SIGNALS:
    void driverSelected(const QString& driver);
    void outdated();     // what it shows has changed: refresh() is due
    void emptyChanged(); // it has something to show now, or nothing any more
    void frontWanted();  // it has something that was just asked for
    void exported(const QString& file);
    void exportFailed(const QString& message);

protected:
    WindowModel& windowModel() const { return context_.windowModel; }
    virtual QAction* actionOf(Command command) const;
    void setTools(QWidget* tools);     // above content and empty view alike
    void setContent(QWidget* content); // once
    void showContent();
    void showEmpty(const EmptyState& state);
    void watch(TablePanel* panel);
    void watch(ChartDeck* deck);

private:
    PageContext context_;
    QVBoxLayout* layout_;
    QStackedLayout* stack_;
    EmptyView* empty_;
};

} // namespace parcferme
