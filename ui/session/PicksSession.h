#pragma once

#include "tracker/PickViews.h"

#include <QObject>

#include <memory>

namespace parcferme {

class TrackerThread;

// The user's picks for the session at hand: what is stored of them, and a draft that is saved while it is
// edited. Each save is asked for at once and done in order, so that nothing is lost but what is being moved.
class PicksSession : public QObject
{
    Q_OBJECT
public:
    explicit PicksSession(TrackerThread& tracker, QObject* parent = nullptr);

    void read(const SessionKey& of);
    // Null while it is being read, or cannot be.
    const std::shared_ptr<const PicksView>& view() const { return view_; }
    // The view is older than what was saved last.
    bool isSaving() const { return saves_ != savesRead_; }

    void save(const QStringList& places, const std::optional<double>& winnerChance);
    // orderRead() or failed() follows.
    void readOrder(PickStart from);

Q_SIGNALS:
    void changed();
    void orderRead(parcferme::PickStart from, const QStringList& places);
    void failed(const QString& what, const parcferme::Error& error);

private:
    TrackerThread& tracker_;
    SessionKey of_;
    std::shared_ptr<const PicksView> view_;
    quint64 saves_ = 0;     // asked for
    quint64 savesRead_ = 0; // of these, before view() was read
};

} // namespace parcferme
