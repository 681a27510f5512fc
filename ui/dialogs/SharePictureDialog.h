#pragma once

#include "picture/SharePicture.h"
#include "tracker/Views.h"

#include <QDialog>

#include <memory>

class QLabel;

namespace parcferme {

class FileDialogs;
class SegmentBar;
class WindowModel;

// The picture to share, as it will be: chosen, looked at, copied with its words, and saved with its proof.
// Of the race and the forecast that were shown when it was opened.
class SharePictureDialog : public QDialog
{
    Q_OBJECT
public:
    // hidden: the result must not show.
    SharePictureDialog(WindowModel& windowModel, const ForecastView& forecast, bool hidden,
                       FileDialogs& dialogs, QWidget* parent = nullptr);

    const SharePicture& picture() const { return picture_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* choices();
    void showPicture();
    void drawPreview();
    bool isDark() const;
    void copy();
    void save();
    void saveProof();
    void say(const QString& words);

    WindowModel& windowModel_;
    std::shared_ptr<const RaceDetails> race_;
    ForecastView forecast_;
    FileDialogs& dialogs_;
    SharePicture picture_;
    SegmentBar* moment_;
    SegmentBar* theme_;
    QLabel* preview_;
    QLabel* said_;
};

} // namespace parcferme
