#pragma once

#include "domain/HiddenRaces.h"
#include "ui/base/Severity.h"

#include <QString>

#include <functional>
#include <optional>

namespace parcferme {

// Something that happened, for the message bar.
struct Message
{
    Severity severity = Severity::Info;
    QString what; // in bold
    QString kept; // what was kept, or what helps
    QString details;
    std::function<void()> retry; // may be empty

    // The session that it is about; nothing: it is about none.
    struct Subject
    {
        Race race;
        Session session = Session::Race;
    };
    std::optional<Subject> subject = {};
    QString whileHidden = {}; // in place of `what`, while results of that race are hidden
    QDateTime at = {};        // when it was shown

    // "Monaco 2026 – Frozen."
    QString head(const HiddenRaces& hidden) const;
};

} // namespace parcferme
