#include "picture/PicturePainter.h"

#include "look/IconDrawing.h"
#include "picture/PictureLayout.h"

#include <algorithm>

namespace parcferme {

namespace {

using namespace picture;
using Tone = SharePicture::Tone;

QString badgeIcon(PredictionKind kind)
{
    switch (kind) {
    case PredictionKind::Live:
        return QStringLiteral("lock");
    case PredictionKind::Retrospective:
        return QStringLiteral("history");
    case PredictionKind::Void:
        return QStringLiteral("warning");
    case PredictionKind::Preview:
        break;
    }
    return QStringLiteral("eye");
}

} // namespace

PicturePainter::PicturePainter(QPainter& painter, const SharePicture& picture, const Tokens& theme)
    : canvas_(painter, theme), picture_(picture), theme_(theme)
{
}

void PicturePainter::paint()
{
    QPainter& p = canvas_.painter();
    p.setRenderHint(QPainter::Antialiasing);
    p.fillRect(QRectF(QPointF(), QSizeF(Size)), theme_.base);
    rail();
    head();
    if (picture_.body == SharePicture::Body::Chances) {
        chanceTable();
    } else {
        links();
        order(picture_.told, true);
        order(picture_.became, false);
        fellOut();
        legend();
    }
    p.fillRect(QRectF(788, 124, 1, 480), theme_.border);
    rightColumn();
    foot();
}

// The hatching is drawn line by line: not every format has patterns.
void PicturePainter::rail()
{
    QPainter& p = canvas_.painter();
    if (picture_.own) { // double, and broken while it is not locked
        const bool draft = picture_.kind == PredictionKind::Preview;
        p.setPen(QPen(picture_.kind == PredictionKind::Void ? theme_.muted : theme_.accent, 5,
                      draft ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
        for (const double x : {2.5, RailWidth - 2.5})
            p.drawLine(QPointF(x, 0), QPointF(x, Size.height()));
        return;
    }
    const QRectF rail(0, 0, RailWidth, Size.height());
    switch (picture_.kind) {
    case PredictionKind::Live:
        return p.fillRect(rail, theme_.accent);
    case PredictionKind::Retrospective:
        return p.fillRect(rail, theme_.muted);
    case PredictionKind::Void:
        return p.fillRect(rail, theme_.warning);
    case PredictionKind::Preview:
        break;
    }
    p.setPen(QPen(theme_.accent, 2.5, Qt::SolidLine, Qt::FlatCap));
    for (double y = RailWidth; y <= Size.height(); y += 9)
        p.drawLine(QPointF(0, y), QPointF(RailWidth, y - RailWidth));
}

void PicturePainter::head()
{
    constexpr double Gap = 18, Middle = 52;
    const double room = Right - Left - Gap - badgeWidth();
    Canvas::Type type{36, true};
    while (type.size > 24 && canvas_.widthOf(picture_.title, type) > room)
        --type.size;
    canvas_.line(Left, Middle, room, {picture_.title, type, theme_.text});
    badge(Left + std::min(room, canvas_.widthOf(picture_.title, type)) + Gap);
    canvas_.line(Left, 93, Right - Left, {picture_.place, Name, theme_.muted});
}

void PicturePainter::badge(double x)
{
    QPainter& p = canvas_.painter();
    const double person = picture_.own ? 22 : 0;
    const double width = badgeWidth();
    const QRectF box(x + 0.75, 36.75, width - 1.5, 30.5);
    QColor ink = theme_.text;
    p.setPen(Qt::NoPen);
    p.setBrush(Qt::NoBrush);
    switch (picture_.kind) {
    case PredictionKind::Live:
        p.setBrush(theme_.accent);
        ink = theme_.onAccent;
        break;
    case PredictionKind::Retrospective:
        p.setBrush(theme_.barGrey);
        break;
    case PredictionKind::Void:
        ink = theme_.warning;
        p.setPen(QPen(ink, 1.5));
        break;
    case PredictionKind::Preview:
        ink = theme_.accent;
        p.setPen(QPen(ink, 1.5, Qt::DashLine));
        break;
    }
    p.drawRoundedRect(box, 4, 4);
    if (picture_.own)
        drawIcon(p, QRectF(x + 11, 43, 18, 18), QStringLiteral("person"), ink);
    drawIcon(p, QRectF(x + 13 + person, 43, 18, 18), badgeIcon(picture_.kind), ink);
    canvas_.line(x + 40 + person, 52, width, {badgeText(), Head, ink});
}

// A name that leaves no room for the title is cut in its middle: what became of the order stands at the end.
QString PicturePainter::badgeText() const
{
    constexpr double Room = 556;
    return canvas_.shortened(picture_.badge, Head, Room);
}

double PicturePainter::badgeWidth() const
{
    return canvas_.widthOf(badgeText(), Head) + 54 + (picture_.own ? 22 : 0);
}

void PicturePainter::foot()
{
    QPainter& p = canvas_.painter();
    const double middle = (FootTop + Size.height()) / 2;
    p.fillRect(QRectF(RailWidth, FootTop, Size.width() - RailWidth, Size.height() - FootTop), theme_.window);
    p.fillRect(QRectF(RailWidth, FootTop, Size.width() - RailWidth, 1), theme_.border);
    const double source = canvas_.widthOf(picture_.source, Label);
    canvas_.line(Right, middle, source, {picture_.source, Label, theme_.muted}, Qt::AlignRight);
    canvas_.line(Left, middle, 300, {picture_.program, Head, theme_.text});
    const double x = Left + canvas_.widthOf(picture_.program, Head) + 12;
    canvas_.line(x, middle, Right - source - 24 - x, {picture_.promise, Label, theme_.muted});
}

// Where it came from stands at the foot of the column, whatever stands above; what is above moves together
// until both have room.
void PicturePainter::rightColumn()
{
    constexpr double Apart = 10;
    const double originTop = ColumnBottom - originBlock(0, false);
    double gap = 14;
    while (gap > 0 && facts(gap, false) > originTop - Apart)
        gap -= 2;
    facts(gap, true);
    originBlock(originTop, true);
}

double PicturePainter::facts(double gap, bool draws)
{
    constexpr double Room = Right - ColumnLeft; // of the first line
    constexpr Canvas::Type Figure{54, true}, Unit{26, true};
    double y = ColumnTop;
    if (!picture_.figure.isEmpty()) {
        if (draws) {
            const double middle = y + 33;
            canvas_.line(ColumnLeft, middle, Room, {picture_.figure, Figure, theme_.text});
            const double x = ColumnLeft + canvas_.widthOf(picture_.figure, Figure) + 18;
            canvas_.line(x, middle + 8, Right - x, {picture_.unit, Unit, theme_.text});
        }
        y += 66;
    }
    const auto put = [&](double x, const std::vector<Canvas::Run>& runs) {
        y += canvas_.flow(x, y, Right - x, runs, draws);
    };
    put(ColumnLeft, {{picture_.caption, Name, theme_.text}});
    if (!picture_.comparison.strong.isEmpty()) {
        y += 4;
        put(ColumnLeft, {{picture_.comparison.strong, Strong, toned(picture_.comparisonTone)}});
    }
    y += picture_.checks.empty() ? 0 : gap;
    for (const SharePicture::Check& check : picture_.checks) {
        if (check.right && draws)
            drawIcon(canvas_.painter(), QRectF(ColumnLeft, y + 2, 20, 20), QStringLiteral("check"),
                     theme_.success);
        put(ColumnLeft + 32, {{check.strong, Strong, theme_.text}, {check.text, Name, theme_.text}});
        y += gap / 2;
    }
    bool asideBefore = false; // those without a label stand below each other
    for (const SharePicture::Fact& fact : picture_.facts) {
        const bool aside = fact.label.isEmpty();
        y += aside && asideBefore ? 0 : gap;
        asideBefore = aside;
        if (!aside)
            put(ColumnLeft, {{fact.label, Label, theme_.muted}});
        put(ColumnLeft, {{fact.strong, Strong, theme_.text},
                         {fact.text, aside ? Label : Name, aside ? theme_.muted : theme_.text}});
    }
    return y;
}

double PicturePainter::originBlock(double top, bool draws)
{
    constexpr double Room = Right - ColumnLeft;
    double y = top;
    const auto put = [&](const QString& text, Canvas::Type type, const QColor& colour) {
        if (!text.isEmpty())
            y += canvas_.flow(ColumnLeft, y, Room, {{text, type, colour}}, draws);
    };
    put(picture_.made.label, Label, theme_.muted);
    put(picture_.made.strong, Name, theme_.text);
    put(picture_.made.text, Label, theme_.muted);
    put(picture_.stamp, Label, theme_.muted);
    if (picture_.hash.isEmpty())
        return y - top;
    y += 12;
    put(tr("Hash, first 12 of 64"), Label, theme_.muted);
    put(shortDigits(picture_.hash), {28, true, true}, theme_.text);
    put(picture_.howToCheck, Label, theme_.muted);
    return y - top;
}

QColor PicturePainter::toned(Tone tone) const
{
    switch (tone) {
    case Tone::Better:
        return theme_.better;
    case Tone::Worse:
        return theme_.worse;
    case Tone::Plain:
        break;
    }
    return theme_.text;
}

} // namespace parcferme
