#include "ui/app/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace parcferme {

void installTranslations(QCoreApplication& application, const QLocale& locale)
{
    const QString folder = QStringLiteral(":/i18n");
    auto* english = new QTranslator(&application);
    if (english->load(QStringLiteral("parcferme_en"), folder))
        QCoreApplication::installTranslator(english);
    auto* own = new QTranslator(&application);
    if (!own->load(locale, QStringLiteral("parcferme"), QStringLiteral("_"), folder) ||
        own->language() == english->language())
        return;
    // Qt's own words, installed before ours so that ours are asked first; and only in a language that we have
    // too, or its dialogs would speak another one than the window.
    auto* qt = new QTranslator(&application);
    if (qt->load(QStringLiteral("qtbase_") + own->language(),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    QCoreApplication::installTranslator(own);
}

} // namespace parcferme
