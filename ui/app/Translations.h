#pragma once

class QCoreApplication;

namespace parcferme {

// The catalogue of the system's language, over English with its plural forms, which is always there.
void installTranslations(QCoreApplication& application);

} // namespace parcferme
