#include "ui/dialogs/AboutDialog.h"

#include "core/Version.h"
#include "ui/dialogs/TextDialog.h"

#include <QCoreApplication>

namespace parcferme {

namespace {

class About
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::About)
};

} // namespace

void openAbout(QWidget* parent)
{
    std::vector<TextDialog::Paragraph> text;
    text.push_back(
        {QStringLiteral("Parc Fermé %1").arg(QCoreApplication::applicationVersion()),
         About::tr(
             "Predicts a Grand Prix once, locks the prediction, and is judged by the official result.")});
    text.push_back(
        {About::tr("Data"), About::tr("Race facts from F1DB (github.com/f1db/f1db), licensed CC BY 4.0, "
                                      "re-tabulated. Live data from the Jolpica-F1 API (api.jolpi.ca). "
                                      "Official grids and measured weather from OpenF1 (openf1.org). "
                                      "Weather forecasts by Open-Meteo.com, CC BY 4.0.")});
    text.push_back({About::tr("Not affiliated"),
                    About::tr("This program is not affiliated with Formula 1, the FIA or any team. "
                              "F1 and Formula 1 are trade marks of Formula One Licensing BV.")});
    text.push_back({About::tr("Licence"),
                    About::tr("The program is free software under the MIT licence. It uses Qt %1 under "
                              "the LGPL.")
                        .arg(QString::fromLatin1(qVersion()))});
    text.push_back({About::tr("Home page and maintainer"),
                    QStringLiteral(PARCFERME_HOMEPAGE "\n" PARCFERME_MAINTAINER)});
    (new TextDialog(About::tr("About Parc Fermé"), text, parent))->open();
}

} // namespace parcferme
