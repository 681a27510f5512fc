#pragma once

#include "core/Error.h"
#include "ui/widgets/EmptyView.h"

namespace parcferme {

class WindowModel;

// In place of everything else when the database cannot be used: what it says, and what can be done. Nothing
// of it is deleted.
class FailureView : public EmptyView
{
    Q_OBJECT
public:
    explicit FailureView(WindowModel& windowModel, QWidget* parent = nullptr);

    void showFailure(const Error& error);

private:
    QAction* action(const QString& name, const std::function<void()>& what);

    WindowModel& windowModel_;
    QObject* actions_ = nullptr; // owns those of the failure that shows
};

} // namespace parcferme
