#include "ui/dialogs/SharePictureDialog.h"

#include "picture/PictureFile.h"
#include "picture/PicturePainter.h"
#include "picture/PictureWords.h"
#include "ui/session/ExportFileName.h"
#include "ui/session/WindowModel.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/widgets/SegmentBar.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr double PreviewScale = 0.5;

const QString After = QStringLiteral("after");
const QString Before = QStringLiteral("before");
const QString Dark = QStringLiteral("dark");
const QString Light = QStringLiteral("light");
const QString Model = QStringLiteral("model");
const QString Mine = QStringLiteral("mine");
const QString Compare = QStringLiteral("compare");

} // namespace

SharePictureDialog::SharePictureDialog(WindowModel& windowModel, SharedOrders orders, bool hidden,
                                       FileDialogs& dialogs, QWidget* parent)
    : QDialog(parent), windowModel_(windowModel), orders_(std::move(orders)), hidden_(hidden),
      dialogs_(dialogs), moment_(new SegmentBar(tr("Moment"), this)),
      who_(new SegmentBar(tr("Whose order"), this)), theme_(new SegmentBar(tr("Theme"), this)),
      preview_(new QLabel(this)), said_(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Share picture"));
    moment_->setObjectName(QStringLiteral("pictureMoment"));
    moment_->setItems({{Before, tr("Before the race")}, {After, tr("After it")}});
    moment_->setCurrent(After);
    theme_->setObjectName(QStringLiteral("pictureTheme"));
    theme_->setItems({{Light, tr("Light")}, {Dark, tr("Dark")}});
    theme_->setCurrent(tokens(this).dark ? Dark : Light);
    offerWhom();
    preview_->setObjectName(QStringLiteral("picturePreview"));
    preview_->setAccessibleName(tr("The picture"));
    preview_->setFixedSize(PicturePainter::Size * PreviewScale);
    said_->setObjectName(QStringLiteral("pictureSaid"));
    said_->setTextFormat(Qt::PlainText);
    said_->setWordWrap(true);
    said_->setMinimumHeight(said_->fontMetrics().lineSpacing());
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(choices());
    layout->addWidget(preview_, 0, Qt::AlignHCenter);
    layout->addWidget(said_);
    layout->addWidget(makeButtons());
    for (const SegmentBar* bar : {moment_, who_, theme_})
        connect(bar, &SegmentBar::chosen, this, &SharePictureDialog::showPicture);
    connect(&windowModel_, &WindowModel::message, this,
            [this](const Message& message) { say(message.what + u' ' + message.kept); });
    showPicture();
}

// As the pages show it, where there is a picture of that.
void SharePictureDialog::offerWhom()
{
    who_->setObjectName(QStringLiteral("pictureWho"));
    who_->setItems({{Model, tr("Model")}, {Mine, tr("Mine")}, {Compare, tr("Compare")}});
    who_->button(Model)->setEnabled(orders_.model.has_value());
    who_->button(Compare)->setEnabled(orders_.model.has_value());
    who_->setVisible(orders_.mine.has_value());
    if (!orders_.mine)
        return;
    const PlayerView shown = windowModel_.players();
    who_->setCurrent(!orders_.model || shown == PlayerView::Mine ? Mine
                     : shown == PlayerView::Compare              ? Compare
                                                                 : Model);
}

QDialogButtonBox* SharePictureDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(this);
    auto* copyButton = buttons->addButton(tr("Cop&y"), QDialogButtonBox::ActionRole);
    auto* saveButton = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    auto* proofButton = buttons->addButton(tr("Save &proof…"), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    copyButton->setObjectName(QStringLiteral("pictureCopy"));
    copyButton->setToolTip(tr("The picture, and in words what it shows"));
    saveButton->setObjectName(QStringLiteral("pictureSave"));
    setPrimary(saveButton, true);
    const bool stored = orders_.mine || (orders_.model && orders_.model->prediction.id > 0);
    proofButton->setObjectName(QStringLiteral("pictureProof"));
    proofButton->setEnabled(stored);
    proofButton->setToolTip(stored ? tr("A file with the hashes of the ledger, to publish with the picture")
                                   : tr("A preview is not stored, so there is nothing to prove"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copyButton, &QPushButton::clicked, this, &SharePictureDialog::copy);
    connect(saveButton, &QPushButton::clicked, this, &SharePictureDialog::save);
    connect(proofButton, &QPushButton::clicked, this, &SharePictureDialog::saveProof);
    return buttons;
}

QWidget* SharePictureDialog::choices()
{
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(moment_);
    layout->addStretch(1);
    layout->addWidget(who_);
    layout->addStretch(1);
    layout->addWidget(theme_);
    return line;
}

bool SharePictureDialog::isDark() const
{
    return theme_->current() == Dark;
}

SharePicture SharePictureDialog::pictureOf(SharePicture::Moment moment) const
{
    const QString who = who_->current();
    if (orders_.mine && orders_.model && who == Compare)
        return PictureWords::compared(*orders_.race, *orders_.mine, *orders_.model, moment);
    if (orders_.mine && who == Mine)
        return PictureWords::ofPlayer(*orders_.race, *orders_.mine, moment);
    return PictureWords::ofModel(*orders_.race, *orders_.model, moment);
}

// After the race where there is such a picture, and the result may show.
void SharePictureDialog::showPicture()
{
    using Moment = SharePicture::Moment;
    const bool wanted = moment_->current() == After;
    const bool after = !hidden_ && pictureOf(Moment::After).moment == Moment::After;
    moment_->button(After)->setEnabled(after);
    moment_->button(After)->setToolTip(
        after ? QString() : tr("Once this order was judged by the official result, and that is not hidden"));
    if (!after)
        moment_->setCurrent(Before);
    picture_ = pictureOf(wanted && after ? Moment::After : Moment::Before);
    preview_->setAccessibleDescription(accessibleText(picture_));
    said_->clear();
    drawPreview();
}

void SharePictureDialog::drawPreview()
{
    const double pixels = devicePixelRatioF();
    QPixmap shown = QPixmap::fromImage(
        pictureImage(picture_, isDark() ? darkTokens() : lightTokens(), PreviewScale * pixels));
    shown.setDevicePixelRatio(pixels);
    preview_->setPixmap(shown);
}

void SharePictureDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        drawPreview();
}

void SharePictureDialog::copy()
{
    auto* data = new QMimeData;
    data->setImageData(pictureImage(picture_, isDark() ? darkTokens() : lightTokens()));
    data->setText(accessibleText(picture_));
    QGuiApplication::clipboard()->setMimeData(data);
    say(tr("Copied, with its words."));
}

void SharePictureDialog::save()
{
    QString what = moment_->current();
    if (orders_.mine && who_->current() != Model)
        what = who_->current() + u'-' + what;
    if (orders_.race->overview.session == Session::Sprint)
        what = QStringLiteral("sprint-") + what;
    dialogs_.saveFile(
        this, tr("Save picture"), exportFileName(orders_.race->overview.race, what) + QStringLiteral(".png"),
        tr("Image (*.png);;Vector image (*.svg)"), [this](const QString& file) {
            // A slow disk must not hold the window up.
            QThreadPool::globalInstance()->start(
                [self = QPointer(this), file, picture = picture_, dark = isDark()] {
                    const Status saved = savePicture(file, picture, dark ? darkTokens() : lightTokens());
                    QMetaObject::invokeMethod(qApp, [self, saved, file] {
                        if (self)
                            self->say(saved ? tr("Saved: %1").arg(file)
                                            : tr("Not saved: %1").arg(saved.error().text()));
                    });
                });
        });
}

void SharePictureDialog::saveProof()
{
    dialogs_.saveFile(this, tr("Save proof"), QStringLiteral("parcferme-proof.txt"),
                      tr("Proof of the ledger (*.txt)"),
                      [windowModel = &windowModel_](const QString& file) { windowModel->exportProof(file); });
}

void SharePictureDialog::say(const QString& words)
{
    said_->setText(words.simplified());
    said_->setAccessibleName(words.simplified());
}

} // namespace parcferme
