#pragma once

#include "tracker/PickViews.h"

#include <QObject>

#include <memory>
#include <optional>

namespace parcferme {

class TrackerThread;

// The league of the database, the user's own record, and who has locked for the next race. Read when somebody
// looks, and again when something about it has changed.
class LeagueSession : public QObject
{
    Q_OBJECT
public:
    explicit LeagueSession(TrackerThread& tracker, QObject* parent = nullptr);

    void open(); // the database is: a window that was left on the league looks at it before
    void setLookedAt(bool lookedAt);
    void setScope(const LeagueScope& scope);
    void setRecordScope(const RecordScope& scope);
    void setHidden(const HiddenRaces& hidden); // races that neither is of
    void refresh();                            // a fact, a pick or a score has changed

    // Null while it was not read yet, or cannot be.
    const std::shared_ptr<const League>& league() const { return league_; }
    const std::shared_ptr<const evaluation::Report>& record() const { return record_; }
    struct Next
    {
        Race race;
        PicksView picks;
    };
    const std::shared_ptr<const Next>& next() const { return next_; }

Q_SIGNALS:
    void changed();
    void failed(const QString& what, const parcferme::Error& error);

private:
    void read();
    void readNext();

    TrackerThread& tracker_;
    bool open_ = false;
    bool lookedAt_ = false;
    bool outdated_ = true;
    LeagueScope scope_;
    RecordScope recordScope_;
    HiddenRaces hidden_;
    std::shared_ptr<const League> league_;
    std::shared_ptr<const evaluation::Report> record_;
    std::shared_ptr<const Next> next_;
};

} // namespace parcferme
