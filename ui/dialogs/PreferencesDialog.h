#pragma once

#include "core/Settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace parcferme {

class FileDialogs;
class Preferences;

// What the user can set. Values that the environment or the command line fixes are shown, and cannot be
// changed.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    // running: the settings that the program runs with.
    PreferencesDialog(Preferences& preferences, const Settings& running, FileDialogs& dialogs,
                      QWidget* parent = nullptr);

private:
    void addData(QFormLayout* form);
    void addFreeze(QFormLayout* form);
    void addLook(QFormLayout* form);
    void addStamps(QFormLayout* form);
    // The address of the chosen or typed authority; empty: none.
    QString authority() const;
    // The note under a value that is fixed from outside; disables the control.
    void addFixed(QFormLayout* form, Settings::Key key, QWidget* control, const char* variable);
    Settings::Values entered() const;
    void save();

    Preferences& preferences_;
    Settings running_;
    FileDialogs& dialogs_;
    QLineEdit* folder_;
    QLineEdit* api_;
    QCheckBox* openF1_;
    QCheckBox* weather_;
    QComboBox* authority_;
    QLineEdit* certificates_;
    QComboBox* policy_;
    QSpinBox* lead_;
    QLineEdit* player_;
    QCheckBox* autoFreeze_;
    QCheckBox* notify_;
    QCheckBox* excel_;
    QComboBox* theme_;
    QComboBox* hidden_; // results of which races
    QLabel* problem_;
};

} // namespace parcferme
