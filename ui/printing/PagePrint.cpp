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

#include <cmath>

namespace parcferme {

namespace {

constexpr double BodyPoints = 8.5, TitlePoints = 15;
constexpr double CellPadding = 2.5; // in 96ths of an inch: the layout scales it to the printer

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
        body_ = figureFont(QFont());
        body_.setPointSizeF(BodyPoints);
        const double footHeight = QFontMetricsF(body_, &printer_).height() * 2;
        const QRectF sheet(QPointF(), printer_.pageLayout().paintRectPixels(printer_.resolution()).size());
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
        cursor.insertText(page_.title, head);
        for (const QString& line : page_.lines) {
            cursor.insertBlock();
            cursor.insertText(line, QTextCharFormat());
        }
        cursor.insertBlock();
        if (page_.table)
            writeTable(cursor);
    }

    void writeTable(QTextCursor& cursor)
    {
        const QAbstractItemModel& model = *page_.table->model();
        const std::vector<int> columns = page_.table->shownColumns();
        if (columns.empty() || model.rowCount() == 0)
            return;
        QTextTableFormat format;
        format.setHeaderRowCount(1); // on every sheet
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(CellPadding);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        QTextTable* table =
            cursor.insertTable(model.rowCount() + 1, static_cast<int>(columns.size()), format);
        for (int place = 0; place < static_cast<int>(columns.size()); ++place) {
            const int column = columns[static_cast<std::size_t>(place)];
            const auto side =
                Qt::Alignment(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() &
                              Qt::AlignHorizontal_Mask);
            writeCell(table->cellAt(0, place), model.headerData(column, Qt::Horizontal).toString(), side,
                      true);
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex index = model.index(row, column);
                writeCell(table->cellAt(row + 1, place), index.data().toString(),
                          Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignHorizontal_Mask),
                          false);
            }
        }
        cursor.movePosition(QTextCursor::End);
    }

    static void writeCell(QTextTableCell cell, const QString& text, Qt::Alignment side, bool head)
    {
        QTextTableCellFormat line;
        line.setBottomBorder(head ? 1 : 0.5);
        line.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        line.setBottomBorderBrush(head ? paperTokens().text : paperTokens().border);
        cell.setFormat(line);
        QTextCursor cursor = cell.firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(side);
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

    // Below the text, or on a sheet of its own where there is not enough room.
    void printChart(QPainter& painter, double top)
    {
        QSvgRenderer drawing(page_.chart->svg(paperTokens()));
        const QSizeF size = drawing.viewBoxF().size();
        if (size.isEmpty())
            return;
        const double gap = QFontMetricsF(body_, &printer_).height();
        const QSizeF wide = size.scaled(room_.size(), Qt::KeepAspectRatio);
        if (top + gap + wide.height() > room_.height()) {
            nextSheet(painter);
            top = 0;
        } else {
            top += gap;
        }
        drawing.render(&painter, QRectF(QPointF(0, top), wide));
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
