#include "ui/dialogs/PreferencesDialog.h"

#include "core/Environment.h"
#include "ui/base/Preferences.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDialogs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace parcferme {

namespace {

const QString& databaseName()
{
    static const QString name = QStringLiteral("/parcferme.sqlite");
    return name;
}

QString databaseText(const QString& folder)
{
    return folder.isEmpty() ? QString() : QStringLiteral("sqlite:///") + folder + databaseName();
}

QLabel* note(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    label->setFont(labelFont(parent->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

PreferencesDialog::PreferencesDialog(Preferences& preferences, const Settings& running, FileDialogs& dialogs,
                                     QWidget* parent)
    : QDialog(parent), preferences_(preferences), running_(running), dialogs_(dialogs),
      folder_(new QLineEdit(this)), api_(new QLineEdit(this)),
      openF1_(new QCheckBox(tr("Official starting &grids and measured weather from OpenF1"), this)),
      weather_(new QCheckBox(tr("&Weather forecast from Open-Meteo"), this)), authority_(new QComboBox(this)),
      certificates_(new QLineEdit(this)), policy_(new QComboBox(this)), lead_(new QSpinBox(this)),
      player_(new QLineEdit(this)),
      autoFreeze_(new QCheckBox(tr("&Freeze by itself when the moment comes"), this)),
      notify_(new QCheckBox(tr("Show a &notification then"), this)),
      excel_(new QCheckBox(
          tr("CSV for &Excel: semicolons, a byte order mark and the decimal sign of the language"), this)),
      theme_(new QComboBox(this)), hidden_(new QComboBox(this)), problem_(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    setObjectName(QStringLiteral("preferencesDialog"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setVerticalSpacing(8);
    addLook(form);
    addFreeze(form);
    addData(form);
    addStamps(form);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    setPrimary(buttons->button(QDialogButtonBox::Save), true);
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(problem_);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 84, sizeHint().height());
}

void PreferencesDialog::addLook(QFormLayout* form)
{
    theme_->addItem(tr("System"), int(ThemeMode::System));
    theme_->addItem(tr("Light"), int(ThemeMode::Light));
    theme_->addItem(tr("Dark"), int(ThemeMode::Dark));
    theme_->setCurrentIndex(theme_->findData(int(preferences_.theme())));
    theme_->setObjectName(QStringLiteral("themeBox"));
    excel_->setChecked(preferences_.excelCsv());
    excel_->setObjectName(QStringLiteral("excelCsv"));
    hidden_->addItem(tr("the newest race that has a result"), int(HiddenChoice::Newest));
    hidden_->addItem(tr("all races of its season"), int(HiddenChoice::Season));
    hidden_->addItem(tr("all races"), int(HiddenChoice::All));
    hidden_->setCurrentIndex(hidden_->findData(int(preferences_.hiddenChoice())));
    hidden_->setObjectName(QStringLiteral("hiddenRaces"));
    hidden_->setToolTip(tr("What Hide results (Ctrl+H) leaves out of every page, figure and message"));
    form->addRow(tr("&Theme"), theme_);
    form->addRow(tr("H&ide results of"), hidden_);
    form->addRow(QString(), excel_);
    player_->setText(running_.player);
    player_->setObjectName(QStringLiteral("playerName"));
    player_->setToolTip(tr("Under this name your picks stand in the league"));
    form->addRow(tr("&My name as a player"), player_);
    addFixed(form, Settings::Key::Player, player_, "");
}

void PreferencesDialog::addFreeze(QFormLayout* form)
{
    policy_->addItem(tr("After qualifying"), toString(FreezePolicy::PostQualifying));
    policy_->addItem(tr("Some time before the start"), toString(FreezePolicy::TMinus));
    policy_->setCurrentIndex(policy_->findData(toString(running_.freezePolicy)));
    lead_->setRange(1, 7 * 24 * 60);
    lead_->setSuffix(tr(" min before the start"));
    lead_->setValue(running_.freezeLeadMinutes);
    autoFreeze_->setChecked(running_.autoFreeze);
    notify_->setChecked(preferences_.notifications());
    form->addRow(tr("Freezing &opens"), policy_);
    addFixed(form, Settings::Key::FreezePolicy, policy_, variable::FreezePolicy);
    form->addRow(tr("&Lead time"), lead_);
    addFixed(form, Settings::Key::FreezeLead, lead_, variable::FreezeLead);
    form->addRow(QString(), autoFreeze_);
    addFixed(form, Settings::Key::AutoFreeze, autoFreeze_, "");
    form->addRow(QString(), notify_);
}

void PreferencesDialog::addData(QFormLayout* form)
{
    folder_->setText(running_.database.isSqlite() ? QFileInfo(running_.database.sqliteFile).absolutePath()
                                                  : running_.database.display());
    folder_->setObjectName(QStringLiteral("dataFolder"));
    folder_->setAccessibleName(tr("Data folder")); // its label stands beside the line it is in, not beside it
    auto* choose = new QPushButton(tr("C&hoose…"), this);
    connect(choose, &QPushButton::clicked, this, [this] {
        dialogs_.openFolder(this, tr("Data folder"), folder_->text(),
                            [this](const QString& folder) { folder_->setText(folder); });
    });
    auto* line = new QWidget(this);
    auto* parts = new QHBoxLayout(line);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(folder_, 1);
    parts->addWidget(choose);
    auto* label = new QLabel(tr("&Data folder"), this);
    label->setBuddy(folder_);
    form->addRow(label, line);
    addFixed(form, Settings::Key::Database, line, variable::DatabaseUrl);
    api_->setText(running_.apiUrl.toString());
    api_->setObjectName(QStringLiteral("apiAddress"));
    form->addRow(tr("A&PI address"), api_);
    addFixed(form, Settings::Key::ApiUrl, api_, variable::ApiUrl);
    openF1_->setChecked(running_.openF1);
    openF1_->setObjectName(QStringLiteral("openF1"));
    form->addRow(QString(), openF1_);
    addFixed(form, Settings::Key::OpenF1, openF1_, variable::OpenF1);
    weather_->setChecked(running_.weather);
    weather_->setObjectName(QStringLiteral("weather"));
    form->addRow(QString(), weather_);
    addFixed(form, Settings::Key::Weather, weather_, variable::Weather);
}

void PreferencesDialog::addStamps(QFormLayout* form)
{
    authority_->setEditable(true);
    authority_->setInsertPolicy(QComboBox::NoInsert);
    authority_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // an address can be long
    authority_->setObjectName(QStringLiteral("timestampAuthority"));
    authority_->addItem(tr("None"), QString());
    for (const PublicAuthority& known : publicAuthorities())
        authority_->addItem(known.name, known.url.toString());
    const QString running = running_.timestampUrl.toString();
    const int chosen = authority_->findData(running);
    authority_->setEditText(chosen < 0 ? running : authority_->itemText(chosen));
    certificates_->setText(running_.timestampCertificates);
    certificates_->setPlaceholderText(tr("This machine's"));
    certificates_->setObjectName(QStringLiteral("timestampCertificates"));
    form->addRow(tr("Time &stamps by"), authority_);
    addFixed(form, Settings::Key::TimestampUrl, authority_, variable::TimestampUrl);
    form->addRow(tr("Its ce&rtificates"), certificates_);
    addFixed(form, Settings::Key::TimestampCertificates, certificates_, variable::TimestampCertificates);
    form->addRow(QString(),
                 note(tr("After each freeze this authority, or one whose address you enter, is sent "
                         "the newest hash of the ledger and nothing else, and signs it with the "
                         "time: an outsider then vouches that the prediction existed before the "
                         "start."),
                      this));
    form->addRow(QString(), note(tr("Freezing, data folder, sources and time stamps take effect at the next "
                                    "start."),
                                 this));
}

QString PreferencesDialog::authority() const
{
    const int chosen = authority_->findText(authority_->currentText());
    return chosen < 0 ? authority_->currentText().trimmed() : authority_->itemData(chosen).toString();
}

void PreferencesDialog::addFixed(QFormLayout* form, Settings::Key key, QWidget* control, const char* variable)
{
    const Settings::Origin origin = running_.origin.value(key, Settings::Origin::Default);
    if (origin != Settings::Origin::Environment && origin != Settings::Origin::CommandLine)
        return;
    control->setEnabled(false);
    const QString name = QString::fromLatin1(variable);
    form->addRow(QString(), note(origin == Settings::Origin::Environment
                                     ? tr("Fixed by the environment variable %1.").arg(name)
                                     : tr("Fixed on the command line."),
                                 this));
}

Settings::Values PreferencesDialog::entered() const
{
    using Key = Settings::Key;
    Settings::Values values = preferences_.settingsValues();
    const auto changed = [&](Key key, bool isChanged, const QString& text) {
        if (isChanged)
            values.insert(key, text);
    };
    const bool ownFolder = running_.database.isSqlite() && folder_->isEnabled();
    changed(Key::Database,
            ownFolder && folder_->text() != QFileInfo(running_.database.sqliteFile).absolutePath(),
            databaseText(folder_->text()));
    changed(Key::ApiUrl, api_->isEnabled() && api_->text() != running_.apiUrl.toString(), api_->text());
    const auto word = [](const QCheckBox* box) {
        return box->isChecked() ? QStringLiteral("on") : QStringLiteral("off");
    };
    changed(Key::OpenF1, openF1_->isEnabled() && openF1_->isChecked() != running_.openF1, word(openF1_));
    changed(Key::Weather, weather_->isEnabled() && weather_->isChecked() != running_.weather, word(weather_));
    changed(Key::Player, player_->isEnabled() && player_->text().trimmed() != running_.player,
            player_->text().trimmed());
    changed(Key::FreezePolicy,
            policy_->isEnabled() && policy_->currentData().toString() != toString(running_.freezePolicy),
            policy_->currentData().toString());
    changed(Key::FreezeLead, lead_->isEnabled() && lead_->value() != running_.freezeLeadMinutes,
            QString::number(lead_->value()));
    changed(Key::AutoFreeze, autoFreeze_->isEnabled() && autoFreeze_->isChecked() != running_.autoFreeze,
            autoFreeze_->isChecked() ? QStringLiteral("true") : QStringLiteral("false"));
    changed(Key::TimestampUrl, authority_->isEnabled() && authority() != running_.timestampUrl.toString(),
            authority());
    changed(Key::TimestampCertificates,
            certificates_->isEnabled() && certificates_->text() != running_.timestampCertificates,
            certificates_->text());
    return values;
}

void PreferencesDialog::save()
{
    const Settings::Values values = entered();
    if (const auto checked = Settings::resolve(QProcessEnvironment(), values, {}); !checked) {
        problem_->setText(checked.error().text());
        return;
    }
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        preferences_.setValue(value.key(), value.value());
    preferences_.setNotifications(notify_->isChecked());
    if (preferences_.excelCsv() != excel_->isChecked())
        preferences_.setExcelCsv(excel_->isChecked());
    if (preferences_.theme() != ThemeMode(theme_->currentData().toInt()))
        preferences_.setTheme(ThemeMode(theme_->currentData().toInt()));
    if (preferences_.hiddenChoice() != HiddenChoice(hidden_->currentData().toInt()))
        preferences_.setHiddenChoice(HiddenChoice(hidden_->currentData().toInt()));
    accept();
}

} // namespace parcferme
