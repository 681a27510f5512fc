#pragma once

#include <QCoroTask>
#include <QTest>

#include <memory>
#include <optional>

namespace parcferme::test {

// The value of a task. The event loop runs until it is there, which it may be at once.
template <typename T>
T await(QCoro::Task<T> task)
{
    const auto value = std::make_shared<std::optional<T>>();
    task.then([value](T result) { *value = std::move(result); });
    if (!*value && !QTest::qWaitFor([&] { return value->has_value(); }, 30'000))
        qFatal("A task did not end.");
    return std::move(**value);
}

} // namespace parcferme::test
