#pragma once

#include "core/Error.h"
#include "ui/theme/Theme.h"

#include <QFont>
#include <QPainter>
#include <QWidget>

#include <vector>

namespace parcferme {

// Something in a chart that can be pointed at, by mouse or by keyboard.
struct ChartMark
{
    QRectF area;     // where it is hit, in widget coordinates
    QString driver;  // id; empty: of no driver
    QString toolTip; // plain text, full precision
};

// What a chart draws on: the room inside frame and title, fonts and colours, and where it says what its marks
// are.
struct ChartFrame
{
    QPainter& painter;
    QRectF area;
    const Tokens& theme;
    QFont label;  // 9 pt, nothing is smaller
    QFont strong; // the same, semibold
    double unit;  // one px at 10 pt: everything grows with the text
    bool image;   // drawn for a file: no focus, no scrolling, the title is above
    std::vector<ChartMark>& marks;
};

// A chart: title (what), second line (how it was computed), marks with tooltips that the arrow keys reach
// too, and its picture as PNG or SVG. Follows the theme while the program runs. Selecting a driver here or
// elsewhere marks him in both.
class ChartWidget : public QWidget
{
    Q_OBJECT
public:
    explicit ChartWidget(QWidget* parent = nullptr);

    QString title() const { return title_; }
    QString subtitle() const { return subtitle_; }
    // What stands in the middle when there is nothing to draw; empty: there is something.
    QString message() const { return message_; }
    QString selectedDriver() const { return selected_; }
    void setSelectedDriver(const QString& driver); // emits nothing

    // Stands at the foot of pictures: what the chart is of. On screen the window around it says that.
    QString caption() const { return caption_; }
    void setCaption(const QString& caption) { caption_ = caption; }

    // Marks as they were last drawn.
    const std::vector<ChartMark>& marks() const { return marks_; }
    const ChartMark* markAt(const QPointF& position) const; // null: none; the last drawn wins

    // The whole chart with its title, whatever is scrolled away on screen. Errors: Io.
    QImage image(double scale = 2) const;
    Status savePng(const QString& path, double scale = 2) const;
    Status saveSvg(const QString& path) const;
    QByteArray svg(const Tokens& theme) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void driverSelected(const QString& driver); // by the user, in this chart

protected:
    void setTitles(const QString& title, const QString& subtitle);
    // What the chart's figure is, told where its titles stand.
    void setMeaning(const QString& meaning) { meaning_ = meaning; }
    void setMessage(const QString& message);
    void dataChanged(); // call after new values
    virtual void redraw();
    void paintChart(QPainter& painter); // as on screen; notes where the marks are

    virtual void draw(const ChartFrame& frame) const = 0;
    virtual QSizeF contentSize(double unit) const = 0; // that shows everything, without the title
    // Where the titles stand: above the chart; only in pictures, since a header row takes their place on
    // screen; or in that header row itself.
    enum class TitlePlace { Above, AboveInPictures, InHeader };
    virtual TitlePlace titlePlace() const { return TitlePlace::Above; }
    double unit() const;

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    ChartFrame frame(QPainter& painter, const QRectF& area, bool image, std::vector<ChartMark>& marks,
                     const Tokens& theme) const;
    double drawTitles(const ChartFrame& frame) const; // height used
    void drawContent(ChartFrame& frame) const;
    double captionHeight() const;
    QSize pictureSize() const; // without caption
    QSize wholePictureSize() const;
    void drawPicture(QPainter& painter, const Tokens& theme) const;
    void setCurrent(int mark);
    int neighbour(int key) const; // index of the mark next to the current one, -1: none
    void showCurrent();

    QString title_, subtitle_, caption_, meaning_, message_, selected_;
    std::vector<ChartMark> marks_;
    int current_ = -1; // mark with the keyboard focus
};

} // namespace parcferme
