#include "service/Answer.h"

#include "service/ServiceLog.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace parcferme {

int httpStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Ambiguous:
        return 422;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::NotYet:
    case ErrorCode::PolicyRefused:
        return 409;
    case ErrorCode::Network:
    case ErrorCode::Offline:
    case ErrorCode::Cancelled:
    case ErrorCode::DatabaseAway:
        return 503;
    case ErrorCode::Data:
    case ErrorCode::Database:
    case ErrorCode::NewerDatabase:
    case ErrorCode::DamagedDatabase:
    case ErrorCode::Io:
    case ErrorCode::Verification:
        return 500;
    }
    return 500;
}

Answer answerOf(const QJsonObject& json)
{
    return {200, QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

Answer answerOf(const QJsonArray& json)
{
    return {200, QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

Answer tagged(Answer answer)
{
    constexpr qsizetype Digits = 32;
    const QByteArray hash = QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256);
    answer.tag = '"' + hash.toHex().first(Digits) + '"';
    return answer;
}

Answer answerOf(const Refusal& refusal)
{
    Answer answer = answerOf(QJsonObject{{QStringLiteral("detail"), refusal.why}});
    answer.status = refusal.status;
    return answer;
}

Answer answerOf(const Error& error)
{
    const int status = httpStatusOf(error.code);
    if (error.code == ErrorCode::DatabaseAway) { // where it is is nobody's business
        qCWarning(serviceLog).noquote() << error.text();
        return answerOf(Refusal{status, QStringLiteral("The database cannot be reached. Try again later.")});
    }
    if (status != 500)
        return answerOf(Refusal{status, error.message});
    qCWarning(serviceLog).noquote() << error.text();
    return answerOf(Refusal{status, QStringLiteral("The service failed; its log says why.")});
}

QByteArray refusalText(const Refusal& refusal)
{
    const Answer answer = answerOf(refusal);
    return "HTTP/1.1 " + QByteArray::number(refusal.status) + " Refused\r\nContent-Type: " + answer.type +
           "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\nConnection: close\r\n\r\n" +
           answer.body;
}

} // namespace parcferme
