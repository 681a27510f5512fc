#pragma once

#include "ui/picks/SidePanel.h"

namespace parcferme {

// The keys that an order can be edited with.
class KeysPanel : public SidePanel
{
    Q_OBJECT
public:
    explicit KeysPanel(QWidget* parent = nullptr);
};

} // namespace parcferme
