#pragma once

#include "tracker/Views.h"
#include "ui/charts/RowChart.h"

namespace parcferme {

// Chance in percent that the row's driver ends ahead of the column's, in predicted order, with the chosen two
// in a sentence and a bar below. Over 50 a cell has a ground, so that one half reads at a glance; teammates
// are outlined. The selected driver is the row; Shift and a click or an arrow choose the column.
class PairMatrix : public RowChart
{
    Q_OBJECT
public:
    explicit PairMatrix(QWidget* parent = nullptr);
    void setForecast(const ForecastView& view, const People& people);
    // With the result, cells that came true are marked; nothing: not known, or hidden.
    void setResult(const std::optional<ResultRevision>& result);
    void clear();

    QString other() const;    // the driver of the chosen column
    QString sentence() const; // of the chosen two; empty for none
    double footHeight() const override { return 84; }

protected:
    void draw(const ChartFrame& frame) const override;
    QSizeF contentSize(double unit) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Driver
    {
        QString code, name, family;
        QColor colour;
        QString lineage;
        int official = 0; // 0: not known
    };
    std::optional<double> chance(const QString& driver, const QString& other) const;
    bool areMates(const QString& driver, const QString& other) const;
    QString row() const; // the selected driver, else the predicted winner
    void chooseColumn(const QString& driver);
    QString markText(const QString& driver, const QString& other) const;
    void drawHead(const ChartFrame& frame, const QRectF& header, const QRectF& cells) const;
    void drawRow(const ChartFrame& frame, const QRectF& row, const QRectF& cells,
                 const QString& driver) const;
    void drawCell(const ChartFrame& frame, const QRectF& cell, const QString& driver,
                  const QString& other) const;
    void drawFoot(const ChartFrame& frame, double top) const;

    QStringList columns_; // in predicted order
    QHash<QString, Driver> drivers_;
    QHash<QString, QHash<QString, double>> chances_;
    QString other_; // as the user chose; empty: not yet
};

} // namespace parcferme
