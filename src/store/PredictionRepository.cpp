#include "store/PredictionRepository.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"
#include "domain/Words.h"

namespace parcferme {

namespace {

const QString& ofSessionAndKind()
{
    static const QString condition = QStringLiteral("race_id = ? AND session = ? AND kind = ?");
    return condition;
}

QVariantList values(const SessionKey& of, PredictionKind kind)
{
    return {of.race, toString(of.session), toString(kind)};
}

} // namespace

Result<Prediction> PredictionRepository::append(const Prediction& draft)
{
    if (draft.kind == PredictionKind::Preview)
        return fail(ErrorCode::Data, Sentence::tr("A preview is not stored."));
    return chain_.append(draft, ofSessionAndKind(), values(draft.of(), draft.kind));
}

Result<std::optional<Prediction>> PredictionRepository::find(const SessionKey& of, PredictionKind kind) const
{
    auto found = chain_.read(ofSessionAndKind(), values(of, kind));
    if (!found)
        return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::optional<PredictionRepository::Reference>>
PredictionRepository::reference(const SessionKey& of, PredictionKind kind) const
{
    auto row =
        database_->run(QStringLiteral("SELECT id, created_at FROM predictions WHERE ") + ofSessionAndKind(),
                       values(of, kind));
    if (!row)
        return tl::unexpected(row.error());
    if (row->next()) {
        const auto createdAt = timeFromIso(row->text(1));
        if (!createdAt)
            return tl::unexpected(createdAt.error());
        return Reference{row->integer(0), *createdAt};
    }
    if (Status status = row->status(); !status)
        return tl::unexpected(status.error());
    return std::nullopt;
}

Result<Prediction> PredictionRepository::byId(PredictionId id) const
{
    return chain_.byId(id);
}

Result<std::vector<Prediction>> PredictionRepository::all() const
{
    return chain_.read();
}

Result<PredictionRepository::Head> PredictionRepository::head() const
{
    return chain_.head();
}

} // namespace parcferme
