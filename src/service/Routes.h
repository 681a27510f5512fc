#pragma once

#include "core/Progress.h"
#include "service/Answer.h"
#include "service/Call.h"
#include "tracker/Tracker.h"

#include <QCoroTask>

#include <variant>
#include <vector>

namespace parcferme {

struct Parameter
{
    enum class Kind { Year, Id, Race, Round, Session };
    QString name;
    Kind kind = Kind::Id;
    bool required = true;
};

// One call of the API. The table of them is all there is: who answers what, the list at /, the methods of a
// path and openapi.json are made from it.
struct Route
{
    using Fixed = Answer (*)();                                   // the same for everybody
    using Read = Result<Answer> (*)(const Tracker&, const Call&); // on a reader's thread
    using Work = QCoro::Task<Result<Answer>> (*)(Tracker&, Call,
                                                 Progress); // on the writer's; may use the network

    QByteArray method;
    QString path; // with {name} where a parameter stands; the other parameters are in the query
    QString summary;
    QString schema; // of the answer, a name of schemas(); empty for plain text, "object" for any
    bool list = false;
    QList<Parameter> parameters;
    QList<int> refusals; // besides those of every call
    std::variant<Fixed, Read, Work> handler;
    bool open = false;   // answered without a token
    bool ofRows = false; // a read whose answer follows from stored rows alone, not from the time
};

const std::vector<Route>& routes();

// Whether the parameter stands in the path, not in the query.
bool isInPath(const Route& route, const Parameter& parameter);

// What a method and a target ask for.
struct Match
{
    const Route* route = nullptr; // none: the path has other methods
    Call call;
    QList<QByteArray> methods; // of the path, HEAD and OPTIONS among them
};
// HEAD asks for what GET would. Refusals: 404 for no such path, 422 for a parameter that is missing, twice or
// wrong.
tl::expected<Match, Refusal> match(const QByteArray& method, const Target& target);

} // namespace parcferme
