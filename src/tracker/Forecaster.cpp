#include "tracker/Forecaster.h"

#include "core/Sentence.h"
#include "predictor/Model.h"
#include "predictor/Validation.h"

#include <QCryptographicHash>

namespace parcferme {

namespace {

using predictor::EntryFacts;
using predictor::RaceFacts;

// Plain text of everything that is learnt from a race; the separators cannot stand in ids or numbers.
class FactsText
{
public:
    FactsText& operator<<(const std::string& text)
    {
        bytes_.append(text.data(), static_cast<qsizetype>(text.size())).append('\x1f');
        return *this;
    }
    FactsText& operator<<(std::optional<int> value)
    {
        if (value)
            bytes_.append(QByteArray::number(*value));
        bytes_.append('\x1f');
        return *this;
    }
    FactsText& operator<<(std::optional<double> value)
    {
        if (value)
            bytes_.append(QByteArray::number(*value, 'g', 17));
        bytes_.append('\x1f');
        return *this;
    }
    const QByteArray& bytes() const { return bytes_; }

private:
    QByteArray bytes_;
};

QByteArray factsText(const RaceFacts& race)
{
    FactsText text;
    text << std::optional(race.season) << std::optional(race.round) << race.circuit << race.lapsPlanned
         << race.courseKm;
    for (const EntryFacts& entry : race.entries) {
        text << entry.driver << entry.team << entry.qualifyingPosition << entry.grid << entry.sprintPosition;
        for (const auto& lap : entry.qualifyingMs)
            text << lap;
        if (entry.result)
            text << std::optional(entry.result->position)
                 << std::optional(static_cast<int>(entry.result->classification)) << entry.result->status
                 << entry.result->laps << entry.result->time;
    }
    return text.bytes();
}

std::vector<QByteArray> digestsOf(const std::vector<RaceFacts>& past)
{
    std::vector<QByteArray> digests;
    digests.reserve(past.size());
    QByteArray digest;
    for (const RaceFacts& race : past) {
        digest = QCryptographicHash::hash(digest + factsText(race), QCryptographicHash::Sha256);
        digests.push_back(digest);
    }
    return digests;
}

Status validate(const predictor::Forecast& forecast, const FactSelection& selection)
{
    const RaceFacts& race = selection.race;
    const QString name = QStringLiteral("%1 %2").arg(QString::fromStdString(race.name)).arg(race.season);
    if (const auto broken = predictor::breaches(forecast); !broken.empty())
        return fail(ErrorCode::Data, Sentence::tr("The forecast of %1 breaks a rule: %2. Nothing was stored.")
                                         .arg(name, QString::fromStdString(broken.front())));
    return {};
}

} // namespace

QString modelVersion()
{
    return QStringLiteral("parcferme-2");
}

Forecaster::Forecaster() : model_(std::make_unique<predictor::Model>()) {}

Forecaster::~Forecaster() = default;

Result<MadeForecast> Forecaster::make(const FactSelection& selection)
{
    const std::vector<QByteArray> digests = digestsOf(selection.past);
    const bool goesOn =
        digests_.size() <= digests.size() && std::equal(digests_.begin(), digests_.end(), digests.begin());
    if (!goesOn) {
        *model_ = {};
        digests_.clear();
    }
    for (std::size_t i = digests_.size(); i < digests.size(); ++i) {
        model_->advance(selection.past[i]);
        model_->seeSprint(selection.past[i]);
        model_->learn(selection.past[i]);
        digests_.push_back(digests[i]);
    }
    predictor::Model model = *model_;
    model.advance(selection.race);
    if (selection.session == Session::Race)
        model.seeSprint(selection.race);
    if (!model.canForecast())
        return fail(ErrorCode::NotYet,
                    Sentence::tr("%1 %2 is too early: the predictor needs the races from 2006 on to "
                                 "learn from, and forecasts from 2008 on.")
                        .arg(QString::fromStdString(selection.race.name))
                        .arg(selection.race.season));
    MadeForecast made;
    made.inputs = selection.session == Session::Sprint ? model.sprintInputs(selection.race, selection.stage)
                                                       : model.inputs(selection.race, selection.stage);
    made.forecast = predictor::forecast(made.inputs);
    made.factsDigest = (digests.empty() ? QByteArray(32, '\0') : digests.back()).toHex();
    made.racesLearnt = static_cast<int>(digests.size());
    if (auto status = validate(made.forecast, selection); !status)
        return tl::unexpected(status.error());
    return made;
}

} // namespace parcferme
