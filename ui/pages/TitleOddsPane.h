#pragma once

#include "tables/OddsReviewModel.h"

#include <QWidget>

class QLabel;

namespace parcferme {

class FileDialogs;
class Preferences;
class TablePanel;

// How good the title odds of past seasons were: a sentence, the table, and what its words mean.
class TitleOddsPane : public QWidget
{
    Q_OBJECT
public:
    TitleOddsPane(Preferences& preferences, FileDialogs& dialogs, QWidget* parent = nullptr);

    void show(const OddsReview& review);
    TablePanel* table() const { return table_; }

Q_SIGNALS:
    void exported(const QString& file);
    void exportFailed(const QString& why);

private:
    OddsReviewModel model_;
    QLabel* verdict_;
    TablePanel* table_;
};

} // namespace parcferme
