#pragma once

#include "ui/picks/SidePanel.h"

namespace parcferme {

// When and how an order locks, in words.
class LockPanel : public SidePanel
{
    Q_OBJECT
public:
    explicit LockPanel(QWidget* parent = nullptr);

    void setWords(const QString& words); // paragraphs by line

private:
    QVBoxLayout* paragraphs_;
};

} // namespace parcferme
