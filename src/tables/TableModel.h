#pragma once

#include "tables/TableRoles.h"

#include <QAbstractTableModel>
#include <QMap>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace parcferme {

// A table of ready cells. Models of this folder turn the values of tracker/Views.h into rows; this class
// answers for them. New rows with the same keys update in place (a permutation moves the rows), so that
// selection, focus and scroll position stay.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Column
    {
        QString key;
        QString title; // with its unit: "Gap s"
        int width = 0;
        CellStyle style = CellStyle::Text;
        bool number = false; // right aligned
        bool visible = true;
        bool stretch = false;
        QString toolTip;        // what the column means; empty: none
        QStringList exportKeys; // empty: the key; of "driver", "team" and "other" that, and its name
    };

    struct Cell
    {
        QString text;
        QVariant value;
        QVariant exported; // invalid: the value; a QVariantList for several export keys
        QString toolTip;
        Emphasis emphasis = Emphasis::Normal;
        QMap<int, QVariant> marks; // by TableRole
        friend bool operator==(const Cell&, const Cell&) = default;
    };

    struct Row
    {
        QString key;
        QString driver;
        qint64 race = 0;
        QString filter; // words that the filter row looks at, as people write them
        std::vector<Cell> cells;
        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit TableModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    int column(const QString& key) const;         // -1: none
    int rowOfDriver(const QString& driver) const; // -1: none
    void clear();

protected:
    void setColumns(std::vector<Column> columns); // drops all rows
    void setRows(std::vector<Row> rows, int kind = -1);

private:
    void updateCells(std::vector<Row> rows);
    bool permute(const std::vector<Row>& rows);

    std::vector<Column> columns_;
    std::vector<Row> rows_;
    int kind_ = -1; // of PredictionKind; -1: none
};

// A tooltip that no view takes for rich text, whatever the names in it.
QString plainToolTip(QString text);

} // namespace parcferme
