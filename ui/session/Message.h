#pragma once

#include "ui/base/Severity.h"

#include <QString>

#include <functional>

namespace parcferme {

// Something that happened, for the message bar.
struct Message
{
    Severity severity = Severity::Info;
    QString what; // in bold
    QString kept; // what was kept, or what helps
    QString details;
    std::function<void()> retry; // may be empty
};

} // namespace parcferme
