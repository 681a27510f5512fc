#include "tracker/CopyDatabase.h"

#include "store/DatabaseCopy.h"

namespace parcferme {

Result<CopyReport> copyDatabase(const DatabaseLocation& from, const DatabaseLocation& to)
{
    if (from.display() == to.display())
        return fail(ErrorCode::Usage, QStringLiteral("%1 cannot be copied to itself.").arg(to.display()));
    auto source = Database::open(from);
    if (!source)
        return tl::unexpected(source.error());
    auto target = Database::open(to);
    if (!target)
        return tl::unexpected(target.error());
    const auto report = DatabaseCopy(**source).to(**target);
    if (!report)
        return tl::unexpected(report.error());
    return CopyReport{report->tables, report->rows, report->predictions, report->head};
}

} // namespace parcferme
