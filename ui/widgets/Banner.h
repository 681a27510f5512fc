#pragma once

#include "ui/base/Severity.h"

#include <QWidget>

class QHBoxLayout;

namespace parcferme {

class LeadText;

// A coloured strip with an icon, a bold lead and plain words, and buttons at its right.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(Severity severity, QWidget* parent = nullptr);

    void setSeverity(Severity severity);
    Severity severity() const { return severity_; }
    void setText(const QString& lead, const QString& words);
    QString text() const;
    void addButton(QWidget* button);
    void setFramed(bool framed); // rounded, for a note on a page

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Severity severity_;
    bool framed_ = false;
    LeadText* words_;
    QHBoxLayout* layout_;
};

} // namespace parcferme
