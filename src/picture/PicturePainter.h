#pragma once

#include "picture/Canvas.h"
#include "picture/SharePicture.h"

#include <QCoreApplication>
#include <QSize>

namespace parcferme {

// Sets a picture, 1200 x 675, in one of the themes.
class PicturePainter
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::PicturePainter)
public:
    static constexpr QSize Size{1200, 675};

    PicturePainter(QPainter& painter, const SharePicture& picture, const Tokens& theme);

    void paint();

private:
    void rail();
    void head();
    void badge(double x);
    QString badgeText() const;
    double badgeWidth() const;
    void foot();
    void chanceTable();
    void bar(const QRectF& cell, double share);
    void order(const std::vector<SharePicture::Row>& rows, bool told);
    void links();
    void fellOut();
    void legend();
    void teamStrip(const QRectF& strip, const QString& colour);
    void rightColumn();
    double facts(double gap, bool draws);       // where they end
    double originBlock(double top, bool draws); // its height
    QColor toned(SharePicture::Tone tone) const;

    Canvas canvas_;
    const SharePicture& picture_;
    const Tokens& theme_;
};

} // namespace parcferme
