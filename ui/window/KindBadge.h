#pragma once

#include "domain/Prediction.h"

#include "ui/window/BadgePainting.h"

#include <QWidget>

#include <optional>

namespace parcferme {

// The badge beside the title that tells what kind of prediction this is, by words, icon and outline.
class KindBadge : public QWidget
{
    Q_OBJECT
public:
    explicit KindBadge(QWidget* parent = nullptr);

    void setKind(const std::optional<PredictionKind>& kind);
    // The icons alone, where there is no room: the words are in the tooltip then.
    void setShort(bool isShort);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BadgeLook look() const;
    void showToolTip();

    std::optional<PredictionKind> kind_;
    bool short_ = false;
};

} // namespace parcferme
