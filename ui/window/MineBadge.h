#pragma once

#include "tracker/PickViews.h"

#include <QWidget>

#include <optional>

namespace parcferme {

// The badge beside the title that tells how far the user's own picks are: always with a person.
class MineBadge : public QWidget
{
    Q_OBJECT
public:
    explicit MineBadge(QWidget* parent = nullptr);

    void setState(const std::optional<PickState>& state); // nothing: the page is not about them
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<PickState> state_;
};

} // namespace parcferme
