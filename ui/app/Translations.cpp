#include "ui/app/Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace parcferme {

void installTranslations(QCoreApplication& application)
{
    const QString folder = QStringLiteral(":/i18n");
    auto* english = new QTranslator(&application);
    if (english->load(QStringLiteral("parcferme_en"), folder))
        QCoreApplication::installTranslator(english);
    auto* own = new QTranslator(&application);
    if (own->load(QLocale(), QStringLiteral("parcferme"), QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(own);
}

} // namespace parcferme
