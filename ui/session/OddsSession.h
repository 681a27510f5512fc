#pragma once

#include "core/Progress.h"
#include "tracker/OddsReview.h"

#include <QObject>

#include <memory>

namespace parcferme {

class TrackerThread;

// How good the title odds of past seasons were. Takes seconds, so it is computed on a thread of its own once
// somebody looks, and again when a fact has changed since.
class OddsSession : public QObject
{
    Q_OBJECT
public:
    explicit OddsSession(TrackerThread& tracker, QObject* parent = nullptr);
    ~OddsSession() override;

    void setLookedAt(bool lookedAt);
    void setHidden(const HiddenRaces& hidden);
    void open();    // the database is there
    void refresh(); // a fact has changed
    // Null while it is computed for the first time, or cannot be.
    const std::shared_ptr<const OddsReview>& review() const { return review_; }

Q_SIGNALS:
    void changed();
    void failed(const QString& what, const parcferme::Error& error);

private:
    void compute();
    void take(Result<OddsReview> review);

    TrackerThread& tracker_;
    bool opened_ = false;
    bool lookedAt_ = false;
    bool outdated_ = true;
    HiddenRaces hidden_;
    Progress progress_; // of the newest computation
    int newest_ = 0;    // its number
    std::shared_ptr<const OddsReview> review_;
};

} // namespace parcferme
