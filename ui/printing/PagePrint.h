#pragma once

#include "core/Error.h"

#include <QString>
#include <QStringList>

#include <vector>

class QPrinter;

namespace parcferme {

class ChartWidget;
class TableView;

// A page of the window as it goes to paper: black on white, whatever the theme; the rows and columns of the
// tables that show, in their order, and the whole chart.
struct PrintedPage
{
    QString title;
    QStringList lines; // under it
    std::vector<const TableView*> tables = {};
    const ChartWidget* chart = nullptr;
    QString foot; // on every sheet, before its number
};

// Errors: Io.
Status printPage(QPrinter& printer, const PrintedPage& page);

} // namespace parcferme
