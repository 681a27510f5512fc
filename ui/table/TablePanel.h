#pragma once

#include "ui/table/TableView.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSpacerItem;
class QVBoxLayout;

namespace parcferme {

class FileDialogs;

// A table with its tool line: filter, column chooser, CSV, row count. Other controls may stand before the
// filter.
class TablePanel : public QWidget
{
    Q_OBJECT
public:
    struct Names
    {
        QString key;         // for kept layouts and object names: "prediction"
        QString title;       // for people and screen readers: "Prediction"
        QString fileName;    // suggested for CSV, without suffix
        int sortColumn = -1; // at first; -1: the order of the model
    };
    TablePanel(const Names& names, TableModel* model, Preferences& preferences, FileDialogs& dialogs,
               QWidget* parent = nullptr);
    // With a view of its own kind, which becomes a child.
    TablePanel(const Names& names, TableView* view, Preferences& preferences, FileDialogs& dialogs,
               QWidget* parent = nullptr);

    TableView* view() const { return view_; }
    QHBoxLayout* tools() const { return tools_; }
    QLineEdit* filter() const { return filter_; }
    // For something that stands across this and what is beside it.
    void setRoomBelowTools(int pixels);
    void setFoot(QWidget* foot); // below the table
    // Buttons without words, no filter line, no count: where there is little room.
    void setToolsCompact(bool compact);
    void setCsvShown(bool shown);
    void hideCount(); // for good; the filter line has its room
    void hideTools(); // for good: something else has what is needed of them
    void setFileName(const QString& name);
    void setFoot(const QString& words); // a line under the table; empty: none
    // "%n drivers" and the like; the number of rows is filled in.
    using CountWords = std::function<QString(int)>;
    void setCountWords(CountWords words);

    void exportCsv();
    // The selected rows, or all where none or one is selected; with header, hidden columns left out.
    // Answers how many rows.
    int copy() const;
    QString title() const { return names_.title; }

Q_SIGNALS:
    void exported(const QString& file);
    void exportFailed(const parcferme::Error& error);

private:
    void fillColumnMenu();
    void updateCount();
    void writeTo(const QString& file);

    Names names_;
    Preferences& preferences_;
    FileDialogs& dialogs_;
    TableView* view_;
    QHBoxLayout* tools_;
    QVBoxLayout* layout_;
    QSpacerItem* room_;
    QLineEdit* filter_;
    QPushButton* columns_;
    QMenu* columnMenu_;
    QPushButton* csv_;
    QLabel* count_;
    bool counts_ = true;
    QLabel* foot_;
    CountWords countWords_;
};

} // namespace parcferme
