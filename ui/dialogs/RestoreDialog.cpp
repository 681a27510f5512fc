#include "ui/dialogs/RestoreDialog.h"

#include "tables/TableModel.h"
#include "ui/session/RaceWords.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace parcferme {

RestoreDialog::RestoreDialog(const std::vector<BackupFile>& backups, QWidget* parent)
    : QDialog(parent), list_(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Restore backup"));
    auto* words = new QLabel(
        backups.empty() ? tr("There is no backup yet. One is made every day that a prediction is stored, and "
                             "before the database changes its form; the last seven are kept.")
                        : tr("The chosen copy takes the place of the database. The database of now is kept "
                             "under a dated name beside it; what was stored since the copy is in it alone."),
        this);
    words->setWordWrap(true);
    for (const BackupFile& backup : backups) {
        auto* item = new QListWidgetItem(
            tr("%1, %2").arg(RaceWords::moment(backup.made), QLocale().formattedDataSize(backup.bytes)),
            list_);
        item->setData(Qt::UserRole, backup.file);
        item->setToolTip(plainToolTip(backup.file));
    }
    list_->setAccessibleName(tr("Backups"));
    list_->setObjectName(QStringLiteral("backups"));
    list_->setCurrentRow(0);
    list_->setVisible(!backups.empty());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::AcceptRole);
    restore->setObjectName(QStringLiteral("backupRestore"));
    restore->setEnabled(!backups.empty());
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(words);
    layout->addWidget(list_, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(list_->currentItem()->data(Qt::UserRole).toString());
        accept();
    });
    resize(fontMetrics().averageCharWidth() * 64, sizeHint().height());
}

} // namespace parcferme
