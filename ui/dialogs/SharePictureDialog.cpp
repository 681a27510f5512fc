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

} // namespace

SharePictureDialog::SharePictureDialog(WindowModel& windowModel, const ForecastView& forecast, bool hidden,
                                       FileDialogs& dialogs, QWidget* parent)
    : QDialog(parent), windowModel_(windowModel), race_(windowModel.raceView()), forecast_(forecast),
      dialogs_(dialogs), moment_(new SegmentBar(tr("Moment"), this)),
      theme_(new SegmentBar(tr("Theme"), this)), preview_(new QLabel(this)), said_(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Share picture"));
    moment_->setObjectName(QStringLiteral("pictureMoment"));
    moment_->setItems({{Before, tr("Before the race")}, {After, tr("After it")}});
    const bool after = !hidden && PictureWords::hasAfter(*race_, forecast_);
    moment_->setCurrent(after ? After : Before);
    moment_->button(After)->setEnabled(after);
    if (!after)
        moment_->button(After)->setToolTip(
            tr("Once this prediction was judged by the official result, and that is not hidden"));
    theme_->setObjectName(QStringLiteral("pictureTheme"));
    theme_->setItems({{Light, tr("Light")}, {Dark, tr("Dark")}});
    theme_->setCurrent(tokens(this).dark ? Dark : Light);
    preview_->setObjectName(QStringLiteral("picturePreview"));
    preview_->setAccessibleName(tr("The picture"));
    preview_->setFixedSize(PicturePainter::Size * PreviewScale);
    said_->setObjectName(QStringLiteral("pictureSaid"));
    said_->setTextFormat(Qt::PlainText);
    said_->setWordWrap(true);
    said_->setMinimumHeight(said_->fontMetrics().lineSpacing());
    auto* buttons = new QDialogButtonBox(this);
    auto* copyButton = buttons->addButton(tr("Cop&y"), QDialogButtonBox::ActionRole);
    auto* saveButton = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    auto* proofButton = buttons->addButton(tr("Save &proof…"), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    copyButton->setObjectName(QStringLiteral("pictureCopy"));
    copyButton->setToolTip(tr("The picture, and in words what it shows"));
    saveButton->setObjectName(QStringLiteral("pictureSave"));
    setPrimary(saveButton, true);
    proofButton->setObjectName(QStringLiteral("pictureProof"));
    proofButton->setEnabled(forecast_.prediction.id > 0);
    proofButton->setToolTip(proofButton->isEnabled()
                                ? tr("A file with the hashes of the ledger, to publish with the picture")
                                : tr("A preview is not stored, so there is nothing to prove"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(choices());
    layout->addWidget(preview_, 0, Qt::AlignHCenter);
    layout->addWidget(said_);
    layout->addWidget(buttons);
    for (const SegmentBar* bar : {moment_, theme_})
        connect(bar, &SegmentBar::chosen, this, &SharePictureDialog::showPicture);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copyButton, &QPushButton::clicked, this, &SharePictureDialog::copy);
    connect(saveButton, &QPushButton::clicked, this, &SharePictureDialog::save);
    connect(proofButton, &QPushButton::clicked, this, &SharePictureDialog::saveProof);
    connect(&windowModel_, &WindowModel::message, this,
            [this](const Message& message) { say(message.what + u' ' + message.kept); });
    showPicture();
}

QWidget* SharePictureDialog::choices()
{
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(moment_);
    layout->addStretch(1);
    layout->addWidget(theme_);
    return line;
}

bool SharePictureDialog::isDark() const
{
    return theme_->current() == Dark;
}

void SharePictureDialog::showPicture()
{
    picture_ = PictureWords::ofModel(*race_, forecast_,
                                     moment_->current() == After ? SharePicture::Moment::After
                                                                 : SharePicture::Moment::Before);
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
    if (race_->overview.session == Session::Sprint)
        what = QStringLiteral("sprint-") + what;
    dialogs_.saveFile(
        this, tr("Save picture"), exportFileName(race_->overview.race, what) + QStringLiteral(".png"),
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
