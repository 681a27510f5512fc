#include "ui/window/FailureView.h"

#include "ui/session/RaceWords.h"
#include "ui/session/WindowModel.h"

#include <QAction>

namespace parcferme {

namespace {

constexpr int BackupsOffered = 3;

} // namespace

FailureView::FailureView(WindowModel& windowModel, QWidget* parent)
    : EmptyView(parent), windowModel_(windowModel)
{
    setObjectName(QStringLiteral("openFailure"));
}

QAction* FailureView::action(const QString& name, const std::function<void()>& what)
{
    auto* action = new QAction(actions_);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, what);
    return action;
}

void FailureView::showFailure(const Error& error)
{
    if (actions_)
        actions_->deleteLater(); // one of them may have led here
    actions_ = new QObject(this);
    std::vector<Button> buttons = {{action(QStringLiteral("retry"), [this] { windowModel_.openAgain(); }),
                                    tr("Try again"), QStringLiteral("sync"), false}};
    const bool damaged = error.code == ErrorCode::DamagedDatabase;
    if (damaged) {
        std::vector<BackupFile> backups = windowModel_.backups();
        if (backups.size() > BackupsOffered)
            backups.resize(BackupsOffered);
        for (const BackupFile& backup : backups)
            buttons.push_back({action(QStringLiteral("restore:") + backup.file,
                                      [this, file = backup.file] { windowModel_.restore(file); }),
                               tr("Use the backup of %1").arg(RaceWords::shortMoment(backup.made)),
                               QStringLiteral("history"), buttons.size() == 1});
        buttons.push_back({action(QStringLiteral("afresh"), [this] { windowModel_.startAfresh(); }),
                           tr("Start with a new database"), QStringLiteral("table"), false});
    }
    show(QStringLiteral("error"), error.message,
         damaged ? tr("%1\nThe damaged file is kept under another name.").arg(error.advice) : error.advice,
         buttons);
}

} // namespace parcferme
