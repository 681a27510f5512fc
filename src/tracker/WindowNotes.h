#pragma once

#include "domain/Race.h"
#include "store/StateRepository.h"

namespace parcferme {

// What the program remembers of freeze windows: that it ran while one was open, and that one was missed. A
// note is for one start of the session: one that is moved has a new window. Errors: Database,
// DamagedDatabase.
class WindowNotes
{
public:
    explicit WindowNotes(Database& database) : state_(database) {}

    Status noteSeen(const Race& race, Session session);
    Result<bool> wasSeen(const Race& race, Session session) const;

    // Answers whether this is news.
    Result<bool> noteMissed(const Race& race, Session session);

private:
    Result<bool> note(const char* what, const Race& race, Session session);
    Result<bool> isNoted(const char* what, const Race& race, Session session) const;

    StateRepository state_;
};

} // namespace parcferme
