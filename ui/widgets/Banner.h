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
    // Where height is scarce the lead alone shows, and all words are its tooltip.
    void setShort(bool onlyLead);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showWords();

    Severity severity_;
    bool framed_ = false;
    bool short_ = false;
    QString lead_;
    QString said_; // after the lead
    LeadText* words_;
    QHBoxLayout* layout_;
};

} // namespace parcferme
