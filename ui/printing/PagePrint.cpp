#include "ui/printing/PagePrint.h"

#include "look/Fonts.h"
#include "look/Tokens.h"
#include "ui/charts/ChartWidget.h"
#include "ui/table/TableView.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPainter>
#include <QPrinter>
#include <QSvgRenderer>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <numeric>

namespace parcferme {

namespace {

constexpr double TitlePoints = 15;
constexpr double BodyPoints[] = {8.5, 8, 7.5, 7, 6.5}; // the first in which the tables have room
constexpr double SidePadding = 4, LinePadding = 2;     // of a cell
constexpr double PixelsPerInch = 96;                   // of the two above, and of a chart
// A chart stands below the table when it need not be made smaller than this; on a sheet of its own it is
// not made larger than that.
constexpr double LeastScale = 0.6, LargestScale = 1.3;
// Of the sheet's width. A smaller type is taken before a column of words is wrapped to less than the first.
constexpr double UsualWords = 0.2, LeastWords = 0.05;

bool isFigure(const QAbstractItemModel& model, int column)
{
    return (model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
}

class PagePrint
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::PagePrint)
public:
    PagePrint(QPrinter& printer, const PrintedPage& page) : printer_(printer), page_(page) {}

    Status print()
    {
        QPainter painter;
        if (!painter.begin(&printer_))
            return fail(ErrorCode::Io, tr("The printer, or the file, takes nothing."));
        const QRectF sheet(QPointF(), printer_.pageLayout().paintRectPixels(printer_.resolution()).size());
        for (const double points : BodyPoints) {
            body_ = figureFont(QFont());
            body_.setPointSizeF(points);
            if (std::ranges::all_of(page_.tables, [&](const TableView* table) {
                    return sum(widths(*table, sheet.width(), UsualWords)) <= sheet.width();
                }))
                break;
        }
        const double footHeight = QFontMetricsF(body_, &printer_).height() * 2;
        room_ = sheet.adjusted(0, 0, 0, -footHeight);
        write();
        const double left = printText(painter);
        if (page_.chart)
            printChart(painter, left);
        printFoot(painter);
        const bool whole = painter.end() && printer_.printerState() != QPrinter::Error;
        return whole ? Status() : fail(ErrorCode::Io, tr("Not all of it was printed."));
    }

private:
    void write()
    {
        document_.documentLayout()->setPaintDevice(&printer_);
        document_.setDocumentMargin(0);
        document_.setDefaultFont(body_);
        document_.setPageSize(room_.size());
        QTextCursor cursor(&document_);
        QTextCharFormat head;
        head.setFontPointSize(TitlePoints);
        head.setFontWeight(QFont::Bold);
        QTextBlockFormat apart;
        apart.setBottomMargin(4);
        cursor.setBlockFormat(apart);
        cursor.insertText(page_.title, head);
        for (const QString& line : page_.lines) {
            cursor.insertBlock(QTextBlockFormat());
            cursor.insertText(line, QTextCharFormat());
        }
        for (const TableView* table : page_.tables) {
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
            writeTable(cursor, *table);
        }
    }

    // Of the columns, so that no figure is broken; where not all fit, the longest words are wrapped first.
    std::vector<double> widths(const TableView& view, double sheet, double leastWords) const
    {
        const QAbstractItemModel& model = *view.model();
        QFont strong = body_;
        strong.setBold(true);
        const QFontMetricsF words(body_, &printer_), head(strong, &printer_);
        const double padding = (2 * SidePadding + 1) * printer_.resolution() / PixelsPerInch;
        std::vector<double> whole, fitted;
        std::vector<bool> figures;
        for (const int column : view.shownColumns()) {
            double width = head.horizontalAdvance(model.headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < model.rowCount(); ++row)
                width = std::max(width, words.horizontalAdvance(model.index(row, column).data().toString()));
            whole.push_back(width + padding);
            figures.push_back(isFigure(model, column));
        }
        for (double most = 1; most > leastWords - 0.01; most -= 0.05) {
            fitted = whole;
            for (std::size_t i = 0; i < whole.size(); ++i)
                if (!figures[i])
                    fitted[i] = std::min(whole[i], most * sheet);
            if (sum(fitted) <= sheet)
                break;
        }
        return fitted;
    }

    static double sum(const std::vector<double>& widths)
    {
        return std::accumulate(widths.begin(), widths.end(), 0.0);
    }

    void writeTable(QTextCursor& cursor, const TableView& view)
    {
        const QAbstractItemModel& model = *view.model();
        const std::vector<int> columns = view.shownColumns();
        if (columns.empty() || model.rowCount() == 0)
            return;
        QTextTableFormat format;
        format.setHeaderRowCount(1); // on every sheet
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(0);
        format.setTopMargin(6);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        const std::vector<double> wanted = widths(view, room_.width(), LeastWords);
        QList<QTextLength> shares;
        for (const double width : wanted)
            shares << QTextLength(QTextLength::PercentageLength, 100 * width / sum(wanted));
        format.setColumnWidthConstraints(shares);
        QTextTable* table =
            cursor.insertTable(model.rowCount() + 1, static_cast<int>(columns.size()), format);
        for (int place = 0; place < static_cast<int>(columns.size()); ++place) {
            const int column = columns[static_cast<std::size_t>(place)];
            const bool figure = isFigure(model, column);
            writeCell(table->cellAt(0, place), model.headerData(column, Qt::Horizontal).toString(), figure,
                      true);
            for (int row = 0; row < model.rowCount(); ++row)
                writeCell(table->cellAt(row + 1, place), model.index(row, column).data().toString(), figure,
                          false);
        }
        cursor.movePosition(QTextCursor::End);
    }

    static void writeCell(QTextTableCell cell, const QString& text, bool figure, bool head)
    {
        QTextTableCellFormat line;
        line.setBottomBorder(head ? 1 : 0.5);
        line.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        line.setBottomBorderBrush(head ? paperTokens().text : paperTokens().border);
        line.setLeftPadding(SidePadding);
        line.setRightPadding(SidePadding);
        line.setTopPadding(LinePadding);
        line.setBottomPadding(LinePadding);
        cell.setFormat(line);
        QTextCursor cursor = cell.firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(figure ? Qt::AlignRight : Qt::AlignLeft);
        block.setNonBreakableLines(figure); // "1:38:56" is one word
        cursor.setBlockFormat(block);
        QTextCharFormat words;
        words.setFontWeight(head ? QFont::Bold : QFont::Normal);
        cursor.insertText(text, words);
    }

    // Sheet by sheet; answers where the text ends on the last one.
    double printText(QPainter& painter)
    {
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, paperTokens().text);
        const double whole = document_.size().height();
        const int sheets = std::max(1, document_.pageCount());
        for (int sheet = 0; sheet < sheets; ++sheet) {
            if (sheet > 0)
                nextSheet(painter);
            painter.save();
            painter.translate(0, -sheet * room_.height());
            context.clip = QRectF(0, sheet * room_.height(), room_.width(), room_.height());
            painter.setClipRect(context.clip);
            document_.documentLayout()->draw(&painter, context);
            painter.restore();
        }
        return std::min(room_.height(), lastLine(whole) - (sheets - 1) * room_.height());
    }

    // The size of a document is that of its whole sheets.
    double lastLine(double whole) const
    {
        const QRectF last = document_.documentLayout()->blockBoundingRect(document_.lastBlock());
        return std::min(whole, last.bottom());
    }

    // Below the text, or on a sheet of its own where there is not enough room; its words about as large as
    // those of the table.
    void printChart(QPainter& painter, double top)
    {
        QSvgRenderer drawing(page_.chart->svg(paperTokens()));
        const QSizeF size = drawing.viewBoxF().size() * (printer_.resolution() / PixelsPerInch);
        if (size.isEmpty())
            return;
        const double gap = QFontMetricsF(body_, &printer_).height();
        const double wide = room_.width() / size.width();
        const double below = std::min({1.0, wide, (room_.height() - top - gap) / size.height()});
        double scale = below;
        if (below < std::min(LeastScale, wide)) {
            nextSheet(painter);
            top = 0;
            scale = std::min({LargestScale, wide, room_.height() / size.height()});
        } else {
            top += gap;
        }
        drawing.render(&painter, QRectF(QPointF(0, top), size * scale));
    }

    void nextSheet(QPainter& painter)
    {
        printFoot(painter);
        printer_.newPage();
        ++sheet_;
    }

    void printFoot(QPainter& painter)
    {
        painter.setFont(QFont(body_, &printer_));
        painter.setPen(paperTokens().muted);
        const QRectF line(0, room_.bottom(), room_.width(), QFontMetricsF(body_, &printer_).height() * 2);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, page_.foot);
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, QString::number(sheet_));
    }

    QPrinter& printer_;
    const PrintedPage& page_;
    QTextDocument document_;
    QFont body_;
    QRectF room_; // of a sheet, above its foot; device pixels
    int sheet_ = 1;
};

} // namespace

Status printPage(QPrinter& printer, const PrintedPage& page)
{
    return PagePrint(printer, page).print();
}

} // namespace parcferme
