#pragma once

#include "core/Error.h"
#include "service/Refusal.h"

#include <QJsonArray>
#include <QJsonObject>

namespace parcferme {

// What a call is answered with.
struct Answer
{
    int status = 200;
    QByteArray body;
    QByteArray type = QByteArrayLiteral("application/json");
    QByteArray tag = {}; // the ETag of what is read; empty for what is not to be kept
};

Answer answerOf(const QJsonObject& json);
Answer answerOf(const QJsonArray& json);
// With the tag of its bytes: whoever has the same need not be sent them again.
Answer tagged(Answer answer);
Answer answerOf(const Refusal& refusal); // {"detail": ...}
// What is wrong in here is told to the log, not to whoever asked: it names files of this machine.
Answer answerOf(const Error& error);

int httpStatusOf(ErrorCode code);

// A whole response that says this and announces the end of the connection.
QByteArray refusalText(const Refusal& refusal);

} // namespace parcferme
