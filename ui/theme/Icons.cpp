#include "ui/theme/Icons.h"

#include "look/IconDrawing.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

#include <cmath>

namespace parcferme {

namespace {

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(QString name, QColor Tokens::* colour) : name_(std::move(name)), colour_(colour) {}

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QRect target(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side,
                           side);
        painter->drawPixmap(target,
                            iconPixmap(name_, colourOf(mode), side, painter->device()->devicePixelRatioF()));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(name_, colourOf(mode), std::min(size.width(), size.height()), 1.0);
    }

private:
    QColor colourOf(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        const Tokens& theme = tokens(palette);
        return mode == QIcon::Disabled ? theme.muted : theme.*colour_;
    }

    QString name_;
    QColor Tokens::* colour_;
};

} // namespace

QIcon icon(const QString& name, QColor Tokens::* colour)
{
    return QIcon(new ThemedIconEngine(name, colour));
}

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double devicePixelRatio)
{
    const QString key = QStringLiteral("parcferme-%1-%2-%3-%4")
                            .arg(name, colour.name())
                            .arg(size)
                            .arg(devicePixelRatio, 0, 'f', 2);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = std::max(1, int(std::lround(size * devicePixelRatio)));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        drawIcon(painter, QRectF(0, 0, pixels, pixels), name, colour);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace parcferme
