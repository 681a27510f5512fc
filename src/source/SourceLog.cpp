#include "source/SourceLog.h"

namespace parcferme {

Q_LOGGING_CATEGORY(sourceLog, "parcferme.source", QtWarningMsg)

} // namespace parcferme
