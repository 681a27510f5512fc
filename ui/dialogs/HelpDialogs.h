#pragma once

#include <QList>

class QAction;
class QWidget;

namespace parcferme {

void openWords(QWidget* parent); // every figure and word of the pages, explained
void openFirstSteps(QWidget* parent);
void openShortcuts(const QList<QAction*>& actions, QWidget* parent);

} // namespace parcferme
