// The left part of a picture: the order with its chances, or two orders joined by lines.
#include "look/CarMark.h"
#include "picture/PictureLayout.h"
#include "picture/PicturePainter.h"

#include <algorithm>
#include <cmath>

namespace parcferme {

namespace {

using namespace picture;
using Row = SharePicture::Row;
using Tone = SharePicture::Tone;

// The chances, by column: where their bars begin, how long a certainty is, where the figure ends.
struct ChanceColumn
{
    double left, length, right;
};
constexpr ChanceColumn ChanceColumns[] = {{416, 88, 508}, {526, 108, 638}, {656, 104, 764}};

// The two orders after the race: rows, and where a line that leaves the picture is cut.
constexpr double FirstRow = 190, RowPitch = 39, LinksBottom = 562;
constexpr double ToldMark = 300, BecameMark = 524;

double rowMiddle(int place)
{
    return FirstRow + RowPitch * (place - 1);
}

} // namespace

void PicturePainter::chanceTable()
{
    constexpr double HeadMiddle = 133, Top = 151, Pitch = 45.5;
    QPainter& p = canvas_.painter();
    canvas_.line(96, HeadMiddle, 60, {tr("Pos"), Head, theme_.text}, Qt::AlignRight);
    canvas_.line(116, HeadMiddle, 280, {picture_.toldHead, Head, theme_.text});
    for (qsizetype i = 0; i < picture_.chanceHeads.size(); ++i)
        canvas_.line(ChanceColumns[i].right + 4, HeadMiddle, 130,
                     {picture_.chanceHeads[i], Head, theme_.text}, Qt::AlignRight);
    p.fillRect(QRectF(Left, Top, 768 - Left, 1), theme_.border);
    for (const Row& row : picture_.told) {
        const double top = Top + Pitch * (row.place - 1);
        const double middle = top + Pitch / 2;
        canvas_.line(96, middle, 60, {QString::number(row.place), Strong, theme_.text}, Qt::AlignRight);
        teamStrip(QRectF(116, middle - 14, 7, 28), row.teamColour);
        canvas_.line(136, middle, ChanceColumns[0].left - 12 - 136, {row.driver, Name, theme_.text});
        if (row.chances.empty())
            canvas_.line(ChanceColumns[0].left, middle, BodyRight - ChanceColumns[0].left,
                         {row.team, Name, theme_.muted});
        for (std::size_t i = 0; i < row.chances.size() && i < std::size(ChanceColumns); ++i) {
            const ChanceColumn& column = ChanceColumns[i];
            bar(QRectF(column.left, middle - 14, column.length, 28), row.chances[i].share);
            canvas_.line(column.right, middle, column.length, {row.chances[i].text, Name, theme_.text},
                         Qt::AlignRight);
        }
        p.fillRect(QRectF(Left, top + Pitch, 768 - Left, 1), theme_.grid);
    }
}

void PicturePainter::bar(const QRectF& cell, double share)
{
    QPainter& p = canvas_.painter();
    const double length = std::floor(cell.width() * std::clamp(share, 0.0, 1.0));
    if (length < 1)
        return;
    if (picture_.kind == PredictionKind::Preview) { // hollow, under the figure
        p.setPen(QPen(theme_.accent, 1));
        p.setBrush(Qt::NoBrush);
        return p.drawRect(QRectF(cell.left() + 0.5, cell.bottom() - 0.5, std::max(1.0, length - 1), 4));
    }
    p.fillRect(QRectF(cell.left(), cell.top(), length, cell.height()),
               picture_.kind == PredictionKind::Live ? theme_.bar : theme_.barGrey);
}

void PicturePainter::order(const std::vector<Row>& rows, bool told)
{
    QPainter& p = canvas_.painter();
    const double left = told ? Left : 510;
    const double right = told ? 310 : BodyRight;
    const double headLeft = told ? Left : 546;
    canvas_.line(headLeft, 141, right - headLeft,
                 {told ? picture_.toldHead : picture_.becameHead, Head, theme_.text});
    p.fillRect(QRectF(left, 157, right - left, 1), theme_.border);
    int line = 0;
    for (const Row& row : rows) {
        const double middle = rowMiddle(++line);
        canvas_.line(told ? 86 : BodyRight, middle, 40, {QString::number(row.place), Strong, theme_.text},
                     Qt::AlignRight);
        teamStrip(QRectF(told ? 104 : 546, middle - 13, 6, 26), row.teamColour);
        canvas_.line(told ? 122 : 564, middle, told ? 164 : 168, {row.driver, Name, theme_.text});
        const QColor team = teamMark(QColor(row.teamColour), theme_);
        chart::drawCar(p, QPointF(told ? ToldMark : BecameMark, middle), 8, team, row.secondCar, theme_);
    }
}

void PicturePainter::links()
{
    QPainter& p = canvas_.painter();
    std::vector<SharePicture::Link> links = picture_.links;
    std::ranges::stable_sort(links, {}, [](const auto& link) { return link.tone != Tone::Plain; });
    for (const SharePicture::Link& link : links) {
        QLineF line(ToldMark + 8, rowMiddle(link.from), BecameMark - 8, rowMiddle(link.to));
        const auto cut = [&line] {
            return line.pointAt((LinksBottom - line.y1()) / (line.y2() - line.y1()));
        };
        if (line.y2() > LinksBottom)
            line.setP2(cut());
        else if (line.y1() > LinksBottom)
            line.setP1(cut());
        const bool plain = link.tone == Tone::Plain;
        p.setPen(QPen(plain ? theme_.strong : toned(link.tone), plain ? 2 : 3, Qt::SolidLine, Qt::FlatCap));
        p.drawLine(line);
    }
}

// Who does not fit is counted.
void PicturePainter::fellOut()
{
    if (picture_.fellOut.isEmpty())
        return;
    const auto text = [this](qsizetype shown) {
        const QString names = picture_.fellOut.mid(0, shown).join(QStringLiteral(", "));
        const int more = static_cast<int>(picture_.fellOut.size() - shown);
        return picture_.fellOutHead + QLatin1Char(' ') +
               (more == 0 ? names + QLatin1Char('.') : tr("%1 and %n more.", nullptr, more).arg(names));
    };
    qsizetype shown = picture_.fellOut.size();
    while (shown > 1 && canvas_.widthOf(text(shown), Label) > BodyRight - Left)
        --shown;
    canvas_.line(Left, 582, BodyRight - Left, {text(shown), Label, theme_.muted});
}

void PicturePainter::legend()
{
    QPainter& p = canvas_.painter();
    double x = Left;
    for (const Tone tone : {Tone::Better, Tone::Worse}) {
        if (std::ranges::find(picture_.links, tone, &SharePicture::Link::tone) == picture_.links.end())
            continue;
        const QString words =
            tone == Tone::Better ? tr("3 or more places better") : tr("3 or more places worse");
        p.fillRect(QRectF(x, 605, 14, 3), toned(tone));
        canvas_.line(x + 20, 606, 340, {words, Label, theme_.muted});
        x += 20 + canvas_.widthOf(words, Label) + 24;
    }
}

void PicturePainter::teamStrip(const QRectF& strip, const QString& colour)
{
    const QColor team(colour);
    if (!team.isValid())
        return;
    QPainter& p = canvas_.painter();
    p.fillRect(strip, team);
    if (!teamStripNeedsOutline(team, theme_))
        return;
    p.setPen(QPen(teamMark(team, theme_), 1));
    p.setBrush(Qt::NoBrush);
    p.drawRect(strip.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace parcferme
