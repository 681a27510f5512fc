#pragma once

#include "tracker/Views.h"

#include <QDialog>

class QListWidget;

namespace parcferme {

// Offers the copies of the database, newest first.
class RestoreDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RestoreDialog(const std::vector<BackupFile>& backups, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const QString& file);

private:
    QListWidget* list_;
};

} // namespace parcferme
