#pragma once

#include <QFrame>

class QVBoxLayout;

namespace parcferme {

// A frame with a heading, beside an order.
class SidePanel : public QFrame
{
    Q_OBJECT
public:
    explicit SidePanel(const QString& heading, QWidget* parent = nullptr);

    QVBoxLayout* content() const { return content_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int headingHeight() const;

    QString heading_;
    QVBoxLayout* content_;
};

} // namespace parcferme
