#include "ui/dialogs/BacktestDialog.h"

#include "ui/theme/Style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int DefaultSpan = 5; // seasons

} // namespace

BacktestDialog::BacktestDialog(const std::vector<int>& seasons, QWidget* parent)
    : QDialog(parent), from_(new QComboBox(this)), to_(new QComboBox(this)), stage_(new QComboBox(this)),
      session_(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Run backtest"));
    auto* words =
        new QLabel(tr("Walks through the stored races in order: each is forecast from what was known "
                      "before it, then judged. Nothing is stored."),
                   this);
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    for (const int year : seasons) {
        from_->addItem(QString::number(year), year);
        to_->addItem(QString::number(year), year);
    }
    from_->setCurrentIndex(std::min(DefaultSpan - 1, from_->count() - 1));
    from_->setObjectName(QStringLiteral("backtestFrom"));
    to_->setObjectName(QStringLiteral("backtestTo"));
    stage_->addItem(tr("Grid: the official starting grid is known"), int(Stage::Grid));
    stage_->addItem(tr("Qualifying: its order stands in for the grid"), int(Stage::Qualifying));
    stage_->addItem(tr("Nothing: before qualifying"), int(Stage::Nothing));
    session_->setObjectName(QStringLiteral("backtestSession"));
    session_->addItem(tr("Grands Prix"), int(Session::Race));
    session_->addItem(tr("Sprints, since 2021"), int(Session::Sprint));
    auto* form = new QFormLayout;
    form->addRow(tr("&From season"), from_);
    form->addRow(tr("&To season"), to_);
    form->addRow(tr("St&age"), stage_);
    form->addRow(tr("&Sessions"), session_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* run = buttons->addButton(tr("&Run"), QDialogButtonBox::AcceptRole);
    run->setObjectName(QStringLiteral("backtestRun"));
    setPrimary(run, true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const int first = from_->currentData().toInt();
        const int last = to_->currentData().toInt();
        Q_EMIT chosen(std::min(first, last), std::max(first, last), Stage(stage_->currentData().toInt()),
                      Session(session_->currentData().toInt()));
        accept();
    });
}

} // namespace parcferme
