#pragma once

#include <QLabel>

namespace parcferme {

// Elides what does not fit; all of it is in the tooltip then.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;

    void setMeaning(const QString& words); // the tooltip, whether or not all of the text fits
    QSize minimumSizeHint() const override { return {1, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString meaning_;
};

} // namespace parcferme
