#pragma once

#include "tables/LedgerModel.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace parcferme {

class FileDialogs;
class Preferences;
class WindowModel;

// The ledger at a glance: head, length, the last check, and who vouches for each prediction; verifies it and
// exports its head as a proof.
class LedgerDialog : public QDialog
{
    Q_OBJECT
public:
    LedgerDialog(WindowModel& windowModel, Preferences& preferences, FileDialogs& dialogs,
                 QWidget* parent = nullptr);

private:
    void show(const LedgerState& state);
    static QString checkWords(const std::optional<LedgerState::Check>& check);
    static QString voucherWords(const LedgerState& state);
    void exportProof();

    WindowModel& windowModel_;
    FileDialogs& dialogs_;
    QLabel* length_;
    QLabel* head_;
    QLabel* check_;
    QLabel* vouched_;
    LedgerModel predictions_;
    QPushButton* verify_;
};

} // namespace parcferme
