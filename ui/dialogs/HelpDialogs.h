#pragma once

#include <QList>

class QAction;
class QWidget;

namespace parcferme {

void openFirstSteps(QWidget* parent);
void openShortcuts(const QList<QAction*>& actions, QWidget* parent);

} // namespace parcferme
