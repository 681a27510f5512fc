#pragma once

#include "tables/TableRoles.h"
#include "ui/base/Preferences.h"

#include <QSet>
#include <QTableView>

#include <optional>
#include <vector>

namespace parcferme {

class SortFilterModel;
class TableModel;

// A table of src/tables: rows and widths by the text size, columns that the user can choose, move and size,
// and whose arrangement is kept. Rows are selected whole; the driver of the current row can be set from
// outside.
class TableView : public QTableView
{
    Q_OBJECT
public:
    // name: under which the arrangement is kept.
    // sortColumn: what it is sorted by until the user chooses; -1: the order of the model.
    TableView(const QString& name, TableModel* model, int sortColumn, Preferences& preferences,
              QWidget* parent = nullptr);

    SortFilterModel* sorted() const { return sorted_; }
    // Off: the rows keep the order of the model, which means something by itself.
    void setSortable(bool sortable);
    QString driver() const;
    void selectDriver(const QString& driver);

    bool isColumnShown(const QString& key) const;
    void showColumn(const QString& key, bool shown);
    void resetColumns();
    // Leaves out columns that the user may have chosen to see: `always` in any case, `whenNeeded` one after
    // another until the others fit. His choice is kept for when there is room.
    void giveUpColumns(const QSet<QString>& always, const QStringList& whenNeeded);
    // Width that shows every column whole.
    int idealWidth() const;
    void setRowHeight(int pixels);
    // Visible columns of data in the order shown, of the sorted model.
    std::vector<int> shownColumns() const;
    std::vector<int> selectedRows() const;

Q_SIGNALS:
    void driverSelected(const QString& driver);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString key(int column) const;
    CellStyle style(int column) const;
    int ownWidth(int column) const;   // usual, or more when it needs more
    int leastWidth(int column) const; // what its title and cells need
    int measured(int column) const;
    int wantedWidth(int column) const; // the user's, else its own
    bool wants(int column) const;      // to be shown, where there is room
    void applyLayout();
    void arrange(const TableLayout& layout);
    void hideWhatDoesNotFit();
    void updateHeights();
    void measureAndFit();
    void fit();
    void keep();
    void restoreSelection();

    QString name_;
    int sortColumn_;
    Preferences& preferences_;
    SortFilterModel* sorted_;
    QString driver_;
    QSet<QString> hidden_;
    QSet<QString> givenUp_;
    QStringList givenUpWhenNeeded_;
    QMap<QString, int> widths_;                           // chosen by the user
    mutable std::vector<std::optional<int>> leastWidths_; // by column, as measured; empty after a change
    bool arranging_ = false;
    bool sortable_ = true;
};

} // namespace parcferme
