#pragma once

#include "tracker/PickViews.h"
#include "ui/window/Badge.h"

namespace parcferme {

// The badge beside the title that tells how far the user's own picks are: always with a person.
class MineBadge : public Badge
{
    Q_OBJECT
public:
    using Badge::Badge;
    void setState(const std::optional<PickState>& state); // nothing: the page is not about them

protected:
    std::optional<BadgeLook> look() const override;

private:
    std::optional<PickState> state_;
};

} // namespace parcferme
