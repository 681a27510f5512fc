#pragma once

#include <QLocale>

class QCoreApplication;

namespace parcferme {

// The catalogue of the language that the system (or a test) asks for, over English with its plural forms,
// which is always there; and Qt's own in that language, for the buttons and dialogs that are not ours.
void installTranslations(QCoreApplication& application, const QLocale& locale = QLocale());

} // namespace parcferme
