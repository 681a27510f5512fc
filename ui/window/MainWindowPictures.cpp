// Many charts as pictures in one go.
#include "ui/pages/ChartDeck.h"
#include "ui/pages/Page.h"
#include "ui/pages/SeasonPictures.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/window/MainWindow.h"
#include "ui/window/StatusStrip.h"

namespace parcferme {

void MainWindow::saveAllImages()
{
    dialogs_.openFolder(this, tr("Folder for the charts of this page"), {}, [this](const QString& folder) {
        int saved = 0;
        for (const ChartDeck* deck : currentPage()->allCharts()) {
            const Result<int> charts = deck->saveAll(folder);
            if (!charts)
                return say(Severity::Error, tr("Not exported:"), charts.error().text());
            saved += *charts;
        }
        say(Severity::Done, tr("%n charts saved.", nullptr, saved), folder);
    });
}

void MainWindow::saveSeasonImages()
{
    dialogs_.openFolder(this, tr("Folder for the charts of the season"), {}, [this](const QString& folder) {
        if (pictures_ || windowModel_.isBusy())
            return;
        pictures_ = new SeasonPictures(windowModel_, folder, this);
        status_->startWork(tr("Charts of %1").arg(windowModel_.season()));
        const auto done = [this] {
            pictures_.clear();
            status_->endWork();
            updateActions();
        };
        connect(pictures_, &SeasonPictures::progress, status_, &StatusStrip::setProgress);
        connect(pictures_, &SeasonPictures::finished, this, [this, done, folder](int saved, bool stopped) {
            done();
            say(stopped ? Severity::Info : Severity::Done,
                stopped ? tr("Stopped: %n charts saved.", nullptr, saved)
                        : tr("%n charts saved.", nullptr, saved),
                folder);
        });
        connect(pictures_, &SeasonPictures::failed, this, [this, done](const Error& error) {
            done();
            say(Severity::Error, tr("Not exported:"), error.text());
        });
        updateActions();
        pictures_->start();
    });
}

} // namespace parcferme
