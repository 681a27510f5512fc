#pragma once

#include "core/Error.h"
#include "predictor/Forecast.h"
#include "tracker/FactSelection.h"

#include <QByteArray>

#include <memory>

namespace parcferme {

namespace predictor {
class Model;
}

// A forecast and what it was learnt from.
struct MadeForecast
{
    predictor::ForecastInputs inputs;
    predictor::Forecast forecast;
    QByteArray factsDigest; // SHA-256 over the past races it learnt from, lower-case hex
    int racesLearnt = 0;
};

// Makes forecasts from selected facts. Keeps what it learnt, so that the next forecast over the same past is
// quick: learning starts anew only where a past race differs.
class Forecaster
{
public:
    Forecaster();
    ~Forecaster();

    // Validated after DESIGN section 5. Errors: NotYet for a race with too little before it to learn from;
    // Data, naming the rule that is broken.
    Result<MadeForecast> make(const FactSelection& selection);

private:
    std::unique_ptr<predictor::Model> model_;
    std::vector<QByteArray> digests_; // one per race that model_ has learnt, each over all up to it
};

// The model's name in the ledger: a prediction of another one is not replayed.
QString modelVersion();

} // namespace parcferme
