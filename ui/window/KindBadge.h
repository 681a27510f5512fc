#pragma once

#include "domain/Prediction.h"

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
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<PredictionKind> kind_;
};

} // namespace parcferme
