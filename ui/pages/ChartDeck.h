#pragma once

#include "core/Error.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QSpacerItem;
class QStackedWidget;

namespace parcferme {

class ChartWidget;
class FileDialogs;
class Preferences;
class SegmentBar;
class TableModel;
class TablePanel;

// One or several charts in a frame, one of them shown; its image can be saved, and its data shown as a table.
class ChartDeck : public QWidget
{
    Q_OBJECT
public:
    struct Item
    {
        QString key;
        QString title;              // on its button: "Gaps"
        ChartWidget* chart;         // becomes a child
        TableModel* data = nullptr; // the same data as a table; null where the page's table has it
    };
    ChartDeck(const QString& name, const std::vector<Item>& items, Preferences& preferences,
              FileDialogs& dialogs, QWidget* parent = nullptr);

    QString current() const;
    void setCurrent(const QString& key);
    QString chosen() const { return chosen_; } // may be barred: then another one shows
    // A chart that has nothing to show, and why; without a reason it may be chosen again.
    void setBarred(const QString& key, const QString& why);
    QHBoxLayout* tools() const { return tools_; }
    // For something that stands across this and what is beside it.
    void setRoomBelowTools(int pixels);
    void setSelectorShown(bool shown);
    void setToolsCompact(bool compact); // buttons without words, where there is little room
    void hideTools();                   // for good: the image is saved by the menu
    void setFileName(const QString& name);
    // After the chart's key in the name of its file: what it is of beside the race ("leclerc").
    void setFileNameEnd(const QString& key, const QString& end);
    void setCaption(const QString& caption); // of its pictures
    void saveImage();
    void copyImage() const;    // to the clipboard
    QString shownName() const; // of the chart that shows: its title
    // Every chart as PNG, beside what is in the folder: how many. Errors: Io.
    Result<int> saveAll(const QString& folder) const;
    // The chart's data as a table, when that is shown.
    TablePanel* shownTable() const;
    const ChartWidget* shownChart() const; // null while its data shows in its place
    // Marks him in every chart and its table.
    void selectDriver(const QString& driver);

Q_SIGNALS:
    void currentChanged(const QString& key);
    void imageSaved(const QString& file);
    void imageFailed(const QString& why);
    void driverSelected(const QString& driver);

private:
    void show(const QString& key);
    void showChosen();
    struct Card;
    QString fileNameOf(const Card& card) const;

    struct Card
    {
        Item item;
        QWidget* frame;
        TablePanel* table; // may be null
        QString fileNameEnd = {};
    };
    QString name_;
    QString fileName_;
    FileDialogs& dialogs_;
    std::vector<Card> cards_;
    QString current_, chosen_, barred_;
    SegmentBar* selector_;
    QStackedWidget* stack_;
    QHBoxLayout* tools_;
    QSpacerItem* room_;
    QPushButton* asTable_;
    QPushButton* image_;
    bool toolsShown_ = true;
};

} // namespace parcferme
