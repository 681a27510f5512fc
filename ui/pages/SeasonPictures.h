#pragma once

#include "core/Error.h"
#include "tracker/Views.h"

#include <QObject>

#include <deque>
#include <functional>

namespace parcferme {

class ChartWidget;
class WindowModel;

// Saves every chart of every predicted session of a season as a picture in a folder, one chart in a turn of
// the event loop. Results that are hidden are in none of them.
class SeasonPictures : public QObject
{
    Q_OBJECT
public:
    SeasonPictures(WindowModel& windowModel, const QString& folder, QObject* parent);

    void start();
    void cancel() { cancelled_ = true; }

Q_SIGNALS:
    void progress(int done, int total, const QString& what); // sessions
    void finished(int pictures, bool stopped);
    void failed(const parcferme::Error& error);

private:
    void next();
    void takeSession(const RaceDetails& race);
    void saveNext();
    void end();

    WindowModel& windowModel_;
    QString folder_;
    std::deque<SessionKey> sessions_;
    int total_ = 0;
    struct Picture
    {
        QString name;
        std::shared_ptr<ChartWidget> chart;
    };
    std::deque<Picture> pictures_; // of one session, to be saved
    int saved_ = 0;
    bool cancelled_ = false;
};

} // namespace parcferme
