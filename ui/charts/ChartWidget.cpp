#include "ui/charts/ChartWidget.h"

#include "export/CsvWriter.h"
#include "tables/TableModel.h"

#include <QAccessible>
#include <QBuffer>
#include <QFontInfo>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QSvgGenerator>
#include <QToolTip>

#include <cmath>
#include <ranges>

namespace parcferme {

namespace {

constexpr double BodyPixels = 13; // of 10 pt at 96 dpi
constexpr double Padding = 12;

} // namespace

ChartWidget::ChartWidget(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void ChartWidget::setTitles(const QString& title, const QString& subtitle)
{
    title_ = title;
    subtitle_ = subtitle;
    setAccessibleName(title);
    setAccessibleDescription(subtitle);
}

void ChartWidget::setMessage(const QString& message)
{
    message_ = message;
}

void ChartWidget::dataChanged()
{
    current_ = -1;
    updateGeometry();
    redraw();
}

void ChartWidget::setSelectedDriver(const QString& driver)
{
    if (driver == selected_)
        return;
    selected_ = driver;
    redraw();
}

const ChartMark* ChartWidget::markAt(const QPointF& position) const
{
    for (const ChartMark& mark : std::views::reverse(marks_))
        if (mark.area.contains(position))
            return &mark;
    return nullptr;
}

double ChartWidget::unit() const
{
    return std::max(0.5, QFontInfo(font()).pixelSize() / BodyPixels);
}

QSize ChartWidget::sizeHint() const
{
    return pictureSize();
}

QSize ChartWidget::minimumSizeHint() const
{
    return (QSizeF(220, 160) * unit()).toSize();
}

ChartFrame ChartWidget::frame(QPainter& painter, const QRectF& area, bool image,
                              std::vector<ChartMark>& marks, const Tokens& theme) const
{
    const QFont label = figureFont(labelFont(font()));
    return {painter, area, theme, label, strongFont(label), unit(), image, marks};
}

double ChartWidget::drawTitles(const ChartFrame& frame) const
{
    QPainter& p = frame.painter;
    const double u = frame.unit;
    const QFont titleFont = strongFont(font());
    const QFontMetricsF title(titleFont), label(frame.label);
    QRectF line(frame.area.left() + Padding * u, frame.area.top() + 8 * u,
                frame.area.width() - 2 * Padding * u, title.height());
    p.setFont(titleFont);
    p.setPen(frame.theme.text);
    p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
               title.elidedText(title_, Qt::ElideRight, line.width()));
    line.translate(0, title.height() + u);
    line.setHeight(label.height());
    p.setFont(frame.label);
    p.setPen(frame.theme.muted);
    p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
               label.elidedText(subtitle_, Qt::ElideRight, line.width()));
    return line.bottom() + 6 * u - frame.area.top();
}

void ChartWidget::drawContent(ChartFrame& frame) const
{
    if (titlePlace() == TitlePlace::Above || (frame.image && titlePlace() == TitlePlace::AboveInPictures))
        frame.area.setTop(frame.area.top() + drawTitles(frame));
    if (message_.isEmpty()) {
        draw(frame);
        return;
    }
    frame.painter.setFont(frame.label);
    frame.painter.setPen(frame.theme.muted);
    frame.painter.drawText(frame.area.adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap, message_);
}

void ChartWidget::redraw()
{
    update();
}

void ChartWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChart(painter);
}

void ChartWidget::paintChart(QPainter& painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& theme = tokens(this);
    painter.setPen(theme.border);
    painter.setBrush(theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);

    marks_.clear();
    ChartFrame area = frame(painter, QRectF(rect()).adjusted(1, 1, -1, -1), false, marks_, theme);
    painter.setClipRect(area.area);
    drawContent(area);
    current_ = std::min(current_, static_cast<int>(marks_.size()) - 1);
    if (hasFocus() && current_ >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(marks_[static_cast<std::size_t>(current_)].area.adjusted(-1, -1, 1, 1));
    }
}

QSize ChartWidget::pictureSize() const
{
    const QSizeF content = contentSize(unit());
    double titles = 0;
    if (titlePlace() != TitlePlace::InHeader)
        titles = QFontMetricsF(strongFont(font())).height() + QFontMetricsF(labelFont(font())).height() +
                 15 * unit();
    return QSize(static_cast<int>(std::ceil(content.width())),
                 static_cast<int>(std::ceil(content.height() + titles)));
}

// Over as many lines as it needs: it is there to be read.
double ChartWidget::captionHeight() const
{
    if (caption_.isEmpty())
        return 0;
    const double room = pictureSize().expandedTo(QSize(width(), 0)).width() - 2 * Padding * unit();
    const QRectF words = QFontMetricsF(figureFont(labelFont(font())))
                             .boundingRect(QRectF(0, 0, room, 1000), Qt::TextWordWrap, caption_);
    return words.height() + 12 * unit();
}

QSize ChartWidget::wholePictureSize() const
{
    return pictureSize().expandedTo(QSize(width(), 0)) +
           QSize(0, static_cast<int>(std::ceil(captionHeight())));
}

void ChartWidget::drawPicture(QPainter& painter, const Tokens& theme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<ChartMark> marks;
    const QRectF area(QPointF(), QSizeF(pictureSize().expandedTo(QSize(width(), 0))));
    painter.fillRect(QRectF(QPointF(), QSizeF(wholePictureSize())), theme.base);
    ChartFrame whole = frame(painter, area, true, marks, theme);
    drawContent(whole);
    if (caption_.isEmpty())
        return;
    const QRectF foot = QRectF(area.left(), area.bottom(), area.width(), captionHeight())
                            .adjusted(Padding * unit(), 0, -Padding * unit(), 0);
    painter.setFont(whole.label);
    painter.setPen(whole.theme.muted);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, caption_);
}

QImage ChartWidget::image(double scale) const
{
    const QSize size = wholePictureSize();
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawPicture(painter, tokens(this));
    return image;
}

Status ChartWidget::savePng(const QString& path, double scale) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image(scale).save(&buffer, "PNG");
    return writeFile(path, buffer.data());
}

Status ChartWidget::saveSvg(const QString& path) const
{
    return writeFile(path, svg(tokens(this)));
}

QByteArray ChartWidget::svg(const Tokens& theme) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    const QSize size = wholePictureSize();
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(logicalDpiX());
    generator.setTitle(title_.toHtmlEscaped());
    generator.setDescription(QStringList{subtitle_, caption_}.join(u'\n').trimmed().toHtmlEscaped());
    {
        QPainter painter(&generator);
        drawPicture(painter, theme);
    }
    return buffer.data();
}

bool ChartWidget::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const ChartMark* mark = markAt(help->pos());
        if (mark)
            QToolTip::showText(help->globalPos(), plainToolTip(mark->toolTip), this,
                               mark->area.toAlignedRect());
        else if (!meaning_.isEmpty())
            QToolTip::showText(help->globalPos(), plainToolTip(meaning_), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        redraw();
    }
    return QWidget::event(event);
}

void ChartWidget::mousePressEvent(QMouseEvent* event)
{
    const ChartMark* mark = event->button() == Qt::LeftButton ? markAt(event->position()) : nullptr;
    if (!mark)
        return QWidget::mousePressEvent(event);
    current_ = static_cast<int>(mark - marks_.data());
    redraw();
    if (mark->driver.isEmpty())
        return;
    const QString driver = mark->driver; // the slots may redraw and with it renew the marks
    setSelectedDriver(driver);
    Q_EMIT driverSelected(driver);
}

void ChartWidget::keyPressEvent(QKeyEvent* event)
{
    const int count = static_cast<int>(marks_.size());
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (count > 0)
            setCurrent(current_ < 0 ? 0 : neighbour(event->key()));
        return;
    case Qt::Key_Home:
        return setCurrent(count > 0 ? 0 : -1);
    case Qt::Key_End:
        return setCurrent(count - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (current_ >= 0 && current_ < count &&
            !marks_[static_cast<std::size_t>(current_)].driver.isEmpty()) {
            const QString driver = marks_[static_cast<std::size_t>(current_)].driver;
            setSelectedDriver(driver);
            Q_EMIT driverSelected(driver);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

// The nearest mark in the direction of the key: straight ahead counts more than aside.
int ChartWidget::neighbour(int key) const
{
    const QPointF from = marks_[static_cast<std::size_t>(current_)].area.center();
    int best = -1;
    double bestDistance = 0;
    for (int i = 0; i < static_cast<int>(marks_.size()); ++i) {
        const QPointF d = marks_[static_cast<std::size_t>(i)].area.center() - from;
        const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
        const double ahead = (sideways ? d.x() : d.y()) * (key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1);
        if (ahead < 0.5)
            continue;
        const double distance = ahead + 3 * std::abs(sideways ? d.y() : d.x());
        if (best < 0 || distance < bestDistance) {
            best = i;
            bestDistance = distance;
        }
    }
    return best;
}

void ChartWidget::setCurrent(int mark)
{
    if (mark < 0)
        return;
    current_ = mark;
    redraw();
    showCurrent();
}

void ChartWidget::showCurrent()
{
    if (current_ < 0 || current_ >= static_cast<int>(marks_.size()))
        return;
    const ChartMark& mark = marks_[static_cast<std::size_t>(current_)];
    QToolTip::showText(mapToGlobal(mark.area.bottomRight().toPoint()), plainToolTip(mark.toolTip), this);
    setAccessibleDescription(subtitle_ + QLatin1Char('\n') + mark.toolTip);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void ChartWidget::focusInEvent(QFocusEvent* event)
{
    const bool byKeyboard =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKeyboard && current_ < 0 && !marks_.empty())
        current_ = 0;
    if (byKeyboard)
        showCurrent();
    redraw();
    QWidget::focusInEvent(event);
}

void ChartWidget::focusOutEvent(QFocusEvent* event)
{
    QToolTip::hideText();
    redraw();
    QWidget::focusOutEvent(event);
}

} // namespace parcferme
