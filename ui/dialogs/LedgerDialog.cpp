#include "ui/dialogs/LedgerDialog.h"

#include "ui/base/Preferences.h"
#include "ui/session/RaceWords.h"
#include "ui/session/WindowModel.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDialogs.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parcferme {

namespace {

QLabel* value(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

LedgerDialog::LedgerDialog(WindowModel& windowModel, Preferences& preferences, FileDialogs& dialogs,
                           QWidget* parent)
    : QDialog(parent), windowModel_(windowModel), dialogs_(dialogs),
      length_(value(QStringLiteral("ledgerLength"), this)), head_(value(QStringLiteral("ledgerHead"), this)),
      check_(value(QStringLiteral("ledgerCheck"), this)),
      vouched_(value(QStringLiteral("ledgerVouched"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Ledger"));
    auto* words =
        new QLabel(tr("Every frozen prediction is chained to the one before it: a later change of any "
                      "of them is found. The chain alone cannot show that somebody wrote all of it "
                      "anew. Export a proof and give it away or publish it: the ledger can be checked "
                      "against it later (parcferme-cli verify --proof FILE)."),
                   this);
    words->setWordWrap(true);
    const int wide = fontMetrics().averageCharWidth() * 92;
    words->setMinimumSize(wide, words->heightForWidth(wide)); // a dialog does not reckon with wrapped words
    words->setForegroundRole(QPalette::PlaceholderText);
    head_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    // The hash has no place to break at; it shows whole on two lines.
    head_->setMinimumWidth(QFontMetrics(head_->font()).horizontalAdvance(QString(33, u'0')));
    for (QLabel* label : {head_, check_, vouched_}) { // they are filled in after the dialog took its size
        label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    auto* form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(tr("Predictions"), length_);
    form->addRow(tr("Head"), head_);
    form->addRow(tr("Last check"), check_);
    form->addRow(tr("Vouched for"), vouched_);
    for (QLabel* value :
         {length_, head_, check_, vouched_}) // the form gives their names more height, and centres them
        static_cast<QLabel*>(form->labelForField(value))->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* table = new TablePanel({QStringLiteral("ledger"), tr("Ledger"), QStringLiteral("ledger")},
                                 &predictions_, preferences, dialogs, this);
    table->setMinimumHeight(fontMetrics().lineSpacing() * 10);
    auto* buttons = new QDialogButtonBox(this);
    verify_ = buttons->addButton(tr("&Verify now"), QDialogButtonBox::ActionRole);
    verify_->setObjectName(QStringLiteral("ledgerVerify"));
    auto* proof = buttons->addButton(tr("&Export proof…"), QDialogButtonBox::ActionRole);
    proof->setObjectName(QStringLiteral("ledgerProof"));
    buttons->addButton(QDialogButtonBox::Close); // last, as it stands: Tab goes in the order of making
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(verify_, &QPushButton::clicked, &windowModel_, &WindowModel::verify);
    connect(proof, &QPushButton::clicked, this, &LedgerDialog::exportProof);
    connect(&windowModel_, &WindowModel::ledgerRead, this, &LedgerDialog::show);
    connect(&windowModel_, &WindowModel::workStarted, verify_, [this] { verify_->setEnabled(false); });
    connect(&windowModel_, &WindowModel::workFinished, verify_, [this] { verify_->setEnabled(true); });
    verify_->setEnabled(!windowModel_.isBusy());
    windowModel_.loadLedger();
}

void LedgerDialog::show(const LedgerState& state)
{
    length_->setText(QLocale().toString(state.length));
    QString head = QString::fromLatin1(state.head);
    head.insert(head.size() / 2, QChar(0x200b)); // a place to break at, without width
    head_->setText(head);
    head_->setAccessibleName(tr("Head: %1").arg(QString::fromLatin1(state.head)));
    check_->setText(checkWords(state.lastCheck));
    vouched_->setText(voucherWords(state));
    predictions_.setPredictions(state.predictions);
    // They may need more lines than the dialog had when it took its size.
    for (QLabel* label : {head_, check_, vouched_})
        label->setMinimumHeight(
            std::max(label->minimumHeight(), label->heightForWidth(head_->minimumWidth())));
}

QString LedgerDialog::checkWords(const std::optional<LedgerState::Check>& check)
{
    if (!check)
        return tr("Never. Verify now recomputes every hash, forecast and evaluation.");
    const QString time = RaceWords::moment(check->time);
    return check->intact ? tr("%1: intact, %n predictions.", nullptr, check->length).arg(time)
                         : tr("%1: it does not fit. The message in the window names the first record that "
                              "does not.")
                               .arg(time);
}

QString LedgerDialog::voucherWords(const LedgerState& state)
{
    int live = 0, vouched = 0;
    for (const VouchedPrediction& prediction : state.predictions)
        if (prediction.kind == PredictionKind::Live) {
            ++live;
            vouched += prediction.voucher && prediction.voucher->beforeStart ? 1 : 0;
        }
    QString words = tr("%1 of %n live predictions, that they existed before the start.", nullptr, live)
                        .arg(QLocale().toString(vouched));
    if (!state.stampTrouble.isEmpty())
        words += u' ' + tr("No stamp yet: %1").arg(state.stampTrouble);
    else if (state.authority.isEmpty())
        words += u' ' + tr("No authority is asked for time stamps; Preferences offers some.");
    else
        words += u' ' + tr("%1 is asked after each freeze.").arg(state.authority);
    return words;
}

void LedgerDialog::exportProof()
{
    dialogs_.saveFile(this, tr("Export proof"), QStringLiteral("parcferme-proof.txt"),
                      tr("Proof of the ledger (*.txt)"),
                      [windowModel = &windowModel_](const QString& file) { windowModel->exportProof(file); });
}

} // namespace parcferme
