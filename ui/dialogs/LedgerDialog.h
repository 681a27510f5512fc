#pragma once

#include "tracker/Views.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace parcferme {

class FileDialogs;
class WindowModel;

// The ledger at a glance: head, length, the last check; verifies it and exports its head as a proof.
class LedgerDialog : public QDialog
{
    Q_OBJECT
public:
    LedgerDialog(WindowModel& windowModel, FileDialogs& dialogs, QWidget* parent = nullptr);

private:
    void show(const LedgerState& state);
    static QString checkWords(const std::optional<LedgerState::Check>& check);
    void exportProof();

    WindowModel& windowModel_;
    FileDialogs& dialogs_;
    QLabel* length_;
    QLabel* head_;
    QLabel* check_;
    QPushButton* verify_;
};

} // namespace parcferme
