#pragma once

#include <QFocusFrame>
#include <QObject>

class QApplication;

namespace parcferme {

// The accent ring around the control that has the keyboard: one for the whole program, moved about.
class FocusRing : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QApplication& application, QObject* parent = nullptr);
    ~FocusRing() override;

private:
    void follow(QWidget* widget);

    QFocusFrame* frame_;
};

} // namespace parcferme
