#pragma once

#include "tracker/PickViews.h"

#include "ui/window/BadgePainting.h"

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
    // The icons alone, where there is no room: the words are in the tooltip then.
    void setShort(bool isShort);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BadgeLook look() const;
    void showToolTip();

    std::optional<PickState> state_;
    bool short_ = false;
};

} // namespace parcferme
