#include "source/DataSource.h"

#include "core/Sentence.h"

namespace parcferme {

namespace {

template <typename T>
DataSource::Answer<T> notGiven()
{
    co_return fail(ErrorCode::Usage, Sentence::tr("This source does not give that."));
}

} // namespace

DataSource::Answer<DataSource::Calendar> DataSource::calendar(Query, Progress)
{
    return notGiven<Calendar>();
}

DataSource::Answer<DataSource::Qualifyings> DataSource::qualifying(Query, Progress)
{
    return notGiven<Qualifyings>();
}

DataSource::Answer<DataSource::Results> DataSource::sprints(Query, Progress)
{
    return notGiven<Results>();
}

DataSource::Answer<DataSource::Results> DataSource::results(Query, Progress)
{
    return notGiven<Results>();
}

DataSource::Answer<GridState> DataSource::grid(SessionQuery, Progress)
{
    return notGiven<GridState>();
}

DataSource::Answer<DataSource::WeatherHours> DataSource::weather(SessionQuery, Progress)
{
    return notGiven<WeatherHours>();
}

} // namespace parcferme
