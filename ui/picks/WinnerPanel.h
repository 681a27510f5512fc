#pragma once

#include "ui/picks/SidePanel.h"

#include <QTimer>

#include <optional>

class QLabel;
class QSpinBox;

namespace parcferme {

class ChanceSlider;

// How sure one is of the winner: a chance in whole percent, or none.
class WinnerPanel : public SidePanel
{
    Q_OBJECT
public:
    explicit WinnerPanel(QWidget* parent = nullptr);

    // name: empty when place 1 is. Chances in [0, 1]; model: his in the model, nothing where it is not shown.
    void show(const QString& name, const QColor& team, const std::optional<double>& chance,
              const std::optional<double>& model, bool editable);
    std::optional<double> chance() const;

Q_SIGNALS:
    void chanceChanged(); // by the user, when it has come to a rest

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(int percent);

    QLabel* strip_;
    QLabel* name_;
    QSpinBox* box_;
    ChanceSlider* slider_;
    QTimer rest_;
};

} // namespace parcferme
