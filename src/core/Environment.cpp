#include "core/Environment.h"

namespace parcferme {

QString environmentValue(const QProcessEnvironment& environment, const char* name)
{
    const QString value = environment.value(QString::fromLatin1(name)).trimmed();
    return value.isEmpty() ? QString() : value;
}

} // namespace parcferme
