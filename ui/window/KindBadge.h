#pragma once

#include "domain/Prediction.h"
#include "ui/window/Badge.h"

namespace parcferme {

// The badge beside the title that tells what kind of prediction this is, by words, icon and outline.
class KindBadge : public Badge
{
    Q_OBJECT
public:
    using Badge::Badge;
    void setKind(const std::optional<PredictionKind>& kind);

protected:
    std::optional<BadgeLook> look() const override;

private:
    std::optional<PredictionKind> kind_;
};

} // namespace parcferme
