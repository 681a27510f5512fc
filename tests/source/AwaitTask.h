#pragma once

#include <QCoroTask>
#include <QTest>

#include <optional>

namespace parcferme {

// Runs the event loop until a task is done; nothing when that takes longer than the test can wait.
template <typename T>
std::optional<T> finished(QCoro::Task<T> task)
{
    const auto result = std::make_shared<std::optional<T>>();
    task.then([result](T value) { *result = std::move(value); });
    if (!QTest::qWaitFor([&] { return result->has_value(); }, 10000))
        return std::nullopt;
    return std::move(*result);
}

} // namespace parcferme
