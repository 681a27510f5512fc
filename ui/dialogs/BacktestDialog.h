#pragma once

#include "domain/Prediction.h"

#include <QDialog>

class QComboBox;

namespace parcferme {

// Asks for the span of seasons and the stage of a backtest.
class BacktestDialog : public QDialog
{
    Q_OBJECT
public:
    // seasons: newest first
    explicit BacktestDialog(const std::vector<int>& seasons, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(int from, int to, parcferme::Stage stage, parcferme::Session session);

private:
    QComboBox* from_;
    QComboBox* to_;
    QComboBox* stage_;
    QComboBox* session_;
};

} // namespace parcferme
