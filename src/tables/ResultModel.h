#pragma once

#include "tables/JudgedOrder.h"
#include "tables/TableModel.h"
#include "tracker/Views.h"

namespace parcferme {

// The official classification of one revision, beside the prediction. Predicted position and difference are
// among the starters (DESIGN section 7: who did not start drops out, the rest close up); the frozen position
// is exported as predicted_position, the closed-up one as predicted_rank.
class ResultModel : public TableModel
{
    Q_OBJECT
public:
    explicit ResultModel(QObject* parent = nullptr);
    // forecast may be null: the predicted gap and the last three columns are then empty.
    void setResult(const ResultRevision& result, const ForecastView* forecast, const Evaluation* stored,
                   const People& people);
    // Beside an order alone: of each place the driver.
    void setResult(const ResultRevision& result, const QStringList& order, const People& people);

private:
    void setForm(bool ofOrder);
    void showRows(const ResultRevision& result, const QHash<QString, JudgedPlace>& places,
                  const ForecastView* forecast, const QHash<QString, int>& said, const People& people);

    bool ofOrder_ = false; // which gives no gaps and no intervals
};

// "+1 lap", the gap, the winner's time, or the reason why there is none.
QString officialTimeText(const ResultRow& row, const ResultRow& winner);
// The reason in words: the source's where it names one.
QString reasonText(const ResultRow& row);

} // namespace parcferme
