#pragma once

class QWidget;

namespace parcferme {

// Version, licence, attribution.
void openAbout(QWidget* parent);

} // namespace parcferme
