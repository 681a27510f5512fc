#pragma once

#include <QSlider>

#include <optional>

namespace parcferme {

// A chance in whole percent, with a mark where the model has it.
class ChanceSlider : public QSlider
{
    Q_OBJECT
public:
    explicit ChanceSlider(QWidget* parent = nullptr);

    void setMark(const std::optional<double>& percent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double xOf(double percent) const;

    std::optional<double> mark_;
};

} // namespace parcferme
