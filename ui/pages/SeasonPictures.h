#pragma once

#include "core/Error.h"
#include "core/Progress.h"
#include "ui/pages/ChartPictures.h"

#include <QObject>

#include <deque>
#include <functional>

namespace parcferme {

class WindowModel;

// Saves every chart of a season as a picture in a folder, one chart in a turn of the event loop: of each
// predicted session, of the season itself, and of its track record and league. Results that are hidden are in
// none of them.
class SeasonPictures : public QObject
{
    Q_OBJECT
public:
    SeasonPictures(WindowModel& windowModel, const QString& folder, QObject* parent);

    void start();
    void cancel();

Q_SIGNALS:
    void progress(int done, int total, const QString& what); // sessions, then the season and its record
    void finished(int pictures, bool stopped);
    void failed(const parcferme::Error& error);

private:
    void next();
    void readSession(const SessionKey& session);
    void readSeason();
    void takeSeason(const SeasonView& view);
    void readRounds();
    void readRecord();
    void readLeague();
    void step(const QString& what);
    void save(const ChartPictures& pictures);
    void saveNext();
    void end();
    void fail(const Error& error);

    WindowModel& windowModel_;
    QString folder_;
    int season_;
    std::deque<std::function<void()>> steps_; // each ends with save()
    int total_ = 0;
    SeasonSession::Rounds rounds_; // up to the one that may be told
    std::deque<int> roundsLeft_;
    std::deque<ChartPicture> pictures_; // of one step, to be saved
    Progress simulation_;
    int saved_ = 0;
    bool cancelled_ = false;
};

} // namespace parcferme
