#include "predictor/Facts.h"

namespace parcferme::predictor {

std::string_view toString(Stage stage)
{
    switch (stage) {
    case Stage::Nothing:
        return "nothing";
    case Stage::Qualifying:
        return "qualifying";
    case Stage::Grid:
        break;
    }
    return "grid";
}

std::optional<Stage> stageFromString(std::string_view text)
{
    for (const Stage stage : {Stage::Nothing, Stage::Qualifying, Stage::Grid}) {
        if (text == toString(stage))
            return stage;
    }
    return std::nullopt;
}

std::string_view toString(Session session)
{
    return session == Session::Race ? "race" : "sprint";
}

std::optional<Session> sessionFromString(std::string_view text)
{
    for (const Session session : {Session::Race, Session::Sprint}) {
        if (text == toString(session))
            return session;
    }
    return std::nullopt;
}

bool isStarter(Classification classification)
{
    switch (classification) {
    case Classification::Classified:
    case Classification::Retired:
    case Classification::NotClassified:
    case Classification::Disqualified:
        return true;
    default:
        return false;
    }
}

} // namespace parcferme::predictor
