#include "store/Transaction.h"

#include "core/Sentence.h"
#include "store/Database.h"

#include <optional>
#include <utility>

namespace parcferme {

namespace {

QString savepoint(int depth)
{
    return QStringLiteral("nested_%1").arg(depth);
}

} // namespace

Result<Transaction> Transaction::begin(Database& database, Mode mode)
{
    const int depth = database.transactions_;
    if (depth == 0 && mode == Mode::Write)
        if (Status status = database.checkFile(); !status)
            return tl::unexpected(status.error());
    const Dialect& dialect = database.dialect();
    const QStringList statements = depth > 0 ? QStringList{QStringLiteral("SAVEPOINT ") + savepoint(depth)}
                                   : mode == Mode::Write ? dialect.beginWrite()
                                                         : dialect.beginRead();
    // From the first statement on it is one, which ends with a rollback where the next ones fail.
    std::optional<Transaction> transaction;
    for (const QString& sql : statements) {
        if (auto started = database.run(sql); !started)
            return tl::unexpected(started.error());
        if (!transaction) {
            ++database.transactions_;
            transaction.emplace(Transaction(database, depth, mode == Mode::Write));
        }
    }
    return std::move(*transaction);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)), depth_(other.depth_), writes_(other.writes_)
{
}

Transaction::~Transaction()
{
    if (!database_)
        return;
    // After ROLLBACK TO the savepoint still stands; RELEASE removes it. Neither can fail but where the whole
    // transaction is gone already, and then there is nothing to undo.
    const auto undone = database_->run(depth_ > 0 ? QStringLiteral("ROLLBACK TO ") + savepoint(depth_)
                                                  : QStringLiteral("ROLLBACK"));
    if (undone)
        database_->rolledBack();
    if (depth_ > 0)
        static_cast<void>(database_->run(QStringLiteral("RELEASE ") + savepoint(depth_)));
    --database_->transactions_;
}

Status Transaction::commit()
{
    // A server would answer with a rollback, and call that done.
    if (database_->failed_)
        return fail(ErrorCode::Database,
                    Sentence::tr("A step of the change to %1 failed.").arg(database_->location().display()),
                    Sentence::tr("Nothing was changed."));
    auto done = database_->run(depth_ > 0 ? QStringLiteral("RELEASE ") + savepoint(depth_)
                                          : QStringLiteral("COMMIT"));
    if (!done)
        return tl::unexpected(done.error());
    Database& database = *std::exchange(database_, nullptr);
    --database.transactions_;
    // Again after it: who replaced the file meanwhile has the one without this change.
    return depth_ == 0 && writes_ ? database.checkFile() : Status();
}

} // namespace parcferme
