#pragma once

#include "ui/app/Translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

namespace parcferme {

// The program in another language, while it lives.
class Language
{
public:
    explicit Language(const QString& name) : before_(QLocale())
    {
        QLocale::setDefault(QLocale(name));
        installTranslations(*qApp, QLocale(name));
    }
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;
    ~Language()
    {
        const auto translators = qApp->findChildren<QTranslator*>(Qt::FindDirectChildrenOnly);
        for (QTranslator* translator : translators) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
        QLocale::setDefault(before_);
    }

private:
    QLocale before_;
};

inline void addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en_GB");
    QTest::newRow("German") << QStringLiteral("de_DE");
}

} // namespace parcferme
