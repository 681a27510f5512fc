#include "picture/PictureFile.h"

#include "core/Sentence.h"
#include "export/CsvWriter.h"
#include "picture/PicturePainter.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QSvgGenerator>

#include <cmath>

namespace parcferme {

namespace {

QByteArray png(const SharePicture& picture, const Tokens& theme)
{
    QImage image = pictureImage(picture, theme);
    image.setText(QStringLiteral("Title"), picture.title);
    image.setText(QStringLiteral("Description"), accessibleText(picture));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray svg(const SharePicture& picture, const Tokens& theme)
{
    constexpr int PixelsPerInch = 96;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(PicturePainter::Size);
    generator.setViewBox(QRect(QPoint(), PicturePainter::Size));
    generator.setResolution(PixelsPerInch);
    generator.setTitle(picture.title.toHtmlEscaped());
    generator.setDescription(accessibleText(picture).toHtmlEscaped());
    {
        QPainter painter(&generator);
        PicturePainter(painter, picture, theme).paint();
    }
    return buffer.data();
}

} // namespace

QImage pictureImage(const SharePicture& picture, const Tokens& theme, double scale)
{
    const QSizeF size = QSizeF(PicturePainter::Size) * scale;
    QImage image(static_cast<int>(std::lround(size.width())), static_cast<int>(std::lround(size.height())),
                 QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(scale, scale);
    PicturePainter(painter, picture, theme).paint();
    return image;
}

Status savePicture(const QString& path, const SharePicture& picture, const Tokens& theme)
{
    const bool asSvg = path.endsWith(QLatin1StringView(".svg"), Qt::CaseInsensitive);
    if (!asSvg && !path.endsWith(QLatin1StringView(".png"), Qt::CaseInsensitive))
        return fail(ErrorCode::Usage, Sentence::tr("%1 must end in .png or .svg.").arg(path));
    if (QFontDatabase::families().isEmpty())
        return fail(ErrorCode::Io, Sentence::tr("No font is installed, and a picture needs one."),
                    Sentence::tr("On Debian: apt install fonts-dejavu-core"));
    return writeFile(path, asSvg ? svg(picture, theme) : png(picture, theme));
}

} // namespace parcferme
