#include "core/OptionWord.h"

namespace parcferme {

const QList<OptionWord>& sharedOptions()
{
    static const QList<OptionWord> options = {
        {QStringLiteral("database"), QStringLiteral("URL"),
         QStringLiteral("sqlite:///file or postgresql://user:password@host:port/name")},
        {QStringLiteral("cache"), QStringLiteral("DIR"), QStringLiteral("folder of the HTTP cache")},
        {QStringLiteral("api"), QStringLiteral("URL"), QStringLiteral("address of the Jolpica-F1 API")},
        {QStringLiteral("player"), QStringLiteral("NAME"),
         QStringLiteral("whose picks are meant; the system's user at first")},
        {QStringLiteral("offline"), {}, QStringLiteral("never use the network")},
    };
    return options;
}

} // namespace parcferme
