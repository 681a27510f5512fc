#include "ui/pages/PageTable.h"

#include "ui/pages/MetricsPage.h"
#include "ui/pages/PredictionPage.h"
#include "ui/pages/RecordPage.h"
#include "ui/pages/ResultPage.h"
#include "ui/pages/SeasonPage.h"

#include <QCoreApplication>

#include <algorithm>

namespace parcferme {

namespace {

constexpr auto Words = "PageTable"; // context of the translations

template <typename Made>
Page* make(const PageContext& context)
{
    return new Made(context);
}

template <typename Matches>
int placeWhere(Matches matches)
{
    const auto& table = pageTable();
    const auto found = std::find_if(table.begin(), table.end(), matches);
    return found == table.end() ? -1 : int(found - table.begin());
}

} // namespace

const std::vector<PageEntry>& pageTable()
{
    static const std::vector<PageEntry> table = {
        {PageId::Prediction, "prediction", QT_TRANSLATE_NOOP("PageTable", "Prediction"),
         QT_TRANSLATE_NOOP("PageTable", "&Prediction"), true, make<PredictionPage>},
        {PageId::Result, "result", QT_TRANSLATE_NOOP("PageTable", "Result"),
         QT_TRANSLATE_NOOP("PageTable", "&Result"), true, make<ResultPage>},
        {PageId::Metrics, "metrics", QT_TRANSLATE_NOOP("PageTable", "Metrics"),
         QT_TRANSLATE_NOOP("PageTable", "&Metrics"), true, make<MetricsPage>},
        {PageId::Record, "record", QT_TRANSLATE_NOOP("PageTable", "Track record"),
         QT_TRANSLATE_NOOP("PageTable", "&Track record"), false, make<RecordPage>},
        {PageId::Season, "season", QT_TRANSLATE_NOOP("PageTable", "Season"),
         QT_TRANSLATE_NOOP("PageTable", "Seas&on"), false, make<SeasonPage>},
    };
    return table;
}

QString PageEntry::shownTitle() const
{
    return QCoreApplication::translate(Words, title);
}

QString PageEntry::shownMenuText() const
{
    return QCoreApplication::translate(Words, menuText);
}

int placeOf(PageId id)
{
    return placeWhere([id](const PageEntry& entry) { return entry.id == id; });
}

int placeOfKey(const QString& key)
{
    return placeWhere([&key](const PageEntry& entry) { return QLatin1StringView(entry.key) == key; });
}

} // namespace parcferme
