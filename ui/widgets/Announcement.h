#pragma once

class QString;
class QWidget;

namespace parcferme {

// Has a screen reader say something that happened in a widget.
void announce(QWidget* widget, const QString& words);

} // namespace parcferme
