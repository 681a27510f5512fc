#pragma once

#include "core/Error.h"

namespace parcferme {

class Database;

// All or nothing: rolled back when it goes out of scope without commit(). Inside another one it is a
// savepoint, so that code which needs a transaction can be called from code that has one.
class Transaction
{
public:
    // Write takes the write lock at once, waiting for other programs to finish theirs, so that what is read
    // inside is still true when it commits. Read gives several SELECTs the same state. Errors: Database; of
    // Write, and its commit, also those of Database::checkFile().
    enum class Mode { Read, Write };
    static Result<Transaction> begin(Database& database, Mode mode = Mode::Write);

    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Status commit();

private:
    Transaction(Database& database, int depth, bool writes)
        : database_(&database), depth_(depth), writes_(writes)
    {
    }

    Database* database_; // null once done
    int depth_;          // 0: the outermost
    bool writes_;
};

} // namespace parcferme
