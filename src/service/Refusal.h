#pragma once

#include <QString>

namespace parcferme {

// Why a request is not answered as asked: an HTTP status and a sentence for whoever asked.
struct Refusal
{
    int status = 400;
    QString why;
};

} // namespace parcferme
