#include "ui/picks/WinnerPanel.h"

#include "tables/Format.h"
#include "ui/picks/ChanceSlider.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace parcferme {

namespace {

constexpr int None = -1; // of the box: no chance is given
constexpr int RestMilliseconds = 300;

} // namespace

WinnerPanel::WinnerPanel(QWidget* parent)
    : SidePanel(tr("How sure of the winner? Optional"), parent), strip_(new QLabel(this)),
      name_(new QLabel(this)), box_(new QSpinBox(this)), slider_(new ChanceSlider(this))
{
    name_->setTextFormat(Qt::PlainText);
    name_->setObjectName(QStringLiteral("pickWinner"));
    box_->setRange(None, 100);
    box_->setSpecialValueText(tr("none"));
    box_->setSuffix(tr(" %"));
    box_->setObjectName(QStringLiteral("pickChance"));
    box_->setAccessibleName(tr("Chance of my winner in percent"));
    slider_->setObjectName(QStringLiteral("pickChanceSlider"));
    slider_->setAccessibleName(tr("Chance of my winner in percent"));
    auto* words = new QLabel(
        tr("Judged by log loss and Brier score, as the model's chance is. Left empty: not judged."), this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setFont(labelFont(font()));
    words->setForegroundRole(QPalette::PlaceholderText);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(strip_);
    line->addWidget(name_, 1);
    line->addWidget(box_);
    content()->addLayout(line);
    content()->addWidget(slider_);
    content()->addWidget(words);
    rest_.setSingleShot(true);
    rest_.setInterval(RestMilliseconds);
    connect(&rest_, &QTimer::timeout, this, &WinnerPanel::chanceChanged);
    connect(box_, &QSpinBox::valueChanged, this, &WinnerPanel::take);
    connect(slider_, &QSlider::valueChanged, this, &WinnerPanel::take);
    // A first click or key on the slider means the value that it already has.
    slider_->installEventFilter(this);
}

bool WinnerPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool touched = event->type() == QEvent::MouseButtonRelease;
    if (watched == slider_ && touched && box_->value() == None && slider_->isEnabled())
        take(slider_->value());
    return SidePanel::eventFilter(watched, event);
}

void WinnerPanel::take(int percent)
{
    const QSignalBlocker box(box_), slider(slider_);
    box_->setValue(percent);
    slider_->setValue(std::max(0, percent));
    rest_.start();
}

void WinnerPanel::show(const QString& name, const QColor& team, const std::optional<double>& chance,
                       const std::optional<double>& model, bool editable)
{
    const int percent = chance ? int(std::lround(*chance * 100)) : None;
    if (!rest_.isActive()) {
        const QSignalBlocker box(box_), slider(slider_);
        box_->setValue(percent);
        slider_->setValue(std::max(0, percent));
    }
    name_->setText(name.isEmpty() ? tr("Nobody yet") : name);
    QPixmap strip(QSize(4, name_->fontMetrics().height()) * devicePixelRatioF());
    strip.setDevicePixelRatio(devicePixelRatioF());
    strip.fill(name.isEmpty() ? QColor(Qt::transparent) : teamMark(team, tokens(this)));
    strip_->setPixmap(strip);
    box_->setEnabled(editable && !name.isEmpty());
    slider_->setEnabled(editable && !name.isEmpty());
    slider_->setMark(model ? std::optional(*model * 100) : std::nullopt);
    slider_->setAccessibleDescription(model ? tr("model %1").arg(format::number(*model * 100, 1))
                                            : QString());
}

std::optional<double> WinnerPanel::chance() const
{
    return box_->value() == None ? std::nullopt : std::optional(box_->value() / 100.0);
}

} // namespace parcferme
