#pragma once

#include "picture/SharePicture.h"
#include "tracker/PickViews.h"

#include <QDialog>

#include <memory>

class QDialogButtonBox;
class QLabel;

namespace parcferme {

class FileDialogs;
class SegmentBar;
class WindowModel;

// The orders of one session that there are pictures of.
struct SharedOrders
{
    std::shared_ptr<const RaceDetails> race;
    std::optional<ForecastView> model;
    std::optional<PickView> mine; // locked
};

// The picture to share, as it will be: chosen, looked at, copied with its words, and saved with its proof.
class SharePictureDialog : public QDialog
{
    Q_OBJECT
public:
    // hidden: the result must not show.
    SharePictureDialog(WindowModel& windowModel, SharedOrders orders, bool hidden, FileDialogs& dialogs,
                       QWidget* parent = nullptr);

    const SharePicture& picture() const { return picture_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* choices();
    QDialogButtonBox* makeButtons();
    void offerWhom();
    SharePicture pictureOf(SharePicture::Moment moment) const;
    void showPicture();
    void drawPreview();
    bool isDark() const;
    void copy();
    void save();
    void saveProof();
    void say(const QString& words);

    WindowModel& windowModel_;
    SharedOrders orders_;
    bool hidden_;
    FileDialogs& dialogs_;
    SharePicture picture_;
    SegmentBar* moment_;
    SegmentBar* who_;
    SegmentBar* theme_;
    QLabel* preview_;
    QLabel* said_;
};

} // namespace parcferme
