#include "ui/theme/FocusRing.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>

namespace parcferme {

namespace {

bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

} // namespace

FocusRing::FocusRing(QApplication& application, QObject* parent) : QObject(parent), frame_(new QFocusFrame)
{
    connect(&application, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    connect(frame_, &QObject::destroyed, this, [this] { frame_ = nullptr; });
}

FocusRing::~FocusRing()
{
    if (frame_)
        frame_->disconnect(this);
    delete frame_;
}

void FocusRing::follow(QWidget* widget)
{
    if (!frame_) { // it went away with the window that it was in
        frame_ = new QFocusFrame;
        connect(frame_, &QObject::destroyed, this, [this] { frame_ = nullptr; });
    }
    // A spin box's field is its child; the ring belongs around the whole.
    if (widget && qobject_cast<QAbstractSpinBox*>(widget->parentWidget()))
        widget = widget->parentWidget();
    frame_->setWidget(isControl(widget) ? widget : nullptr);
}

} // namespace parcferme
