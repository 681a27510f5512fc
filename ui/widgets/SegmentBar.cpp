#include "ui/widgets/SegmentBar.h"

#include "ui/theme/Style.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace parcferme {

SegmentBar::SegmentBar(const QString& accessibleName, QWidget* parent)
    : QWidget(parent), group_(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    connect(group_, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton* button) { Q_EMIT chosen(button->objectName()); });
}

void SegmentBar::setItems(const std::vector<Item>& items)
{
    qDeleteAll(buttons_);
    buttons_.clear();
    for (size_t i = 0; i < items.size(); ++i) {
        auto* button = new QPushButton(items[i].text, this);
        button->setObjectName(items[i].key);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->installEventFilter(this);
        setSegment(button, i == 0 ? Segment::First : i + 1 == items.size() ? Segment::Last : Segment::Middle);
        group_->addButton(button);
        layout()->addWidget(button);
        buttons_.push_back(button);
    }
    if (!buttons_.empty())
        buttons_.front()->setChecked(true);
}

void SegmentBar::setText(const QString& key, const QString& text)
{
    if (QPushButton* found = button(key))
        found->setText(text);
}

void SegmentBar::setCurrent(const QString& key)
{
    if (QPushButton* found = button(key))
        found->setChecked(true);
}

QString SegmentBar::current() const
{
    const QAbstractButton* checked = group_->checkedButton();
    return checked ? checked->objectName() : QString();
}

QString SegmentBar::currentText() const
{
    const QAbstractButton* checked = group_->checkedButton();
    return checked ? checked->text() : QString();
}

QPushButton* SegmentBar::button(const QString& key) const
{
    for (QPushButton* button : buttons_)
        if (button->objectName() == key)
            return button;
    return nullptr;
}

bool SegmentBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
        const auto at = std::find(buttons_.begin(), buttons_.end(), watched);
        if (step != 0 && at != buttons_.end()) {
            const auto place = int(at - buttons_.begin()) + step;
            if (place >= 0 && place < int(buttons_.size())) {
                buttons_[size_t(place)]->setFocus(Qt::TabFocusReason);
                buttons_[size_t(place)]->click();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parcferme
