#include "ui/widgets/FileDialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

#include <memory>

namespace parcferme {

void SystemFileDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                                 const QString& filter, Chosen chosen)
{
    if (lastFolder_.isEmpty())
        lastFolder_ = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(parent, title, lastFolder_, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestedName).suffix());
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [this, chosen](const QString& path) {
        lastFolder_ = QFileInfo(path).absolutePath();
        chosen(path);
    });
    dialog->open();
}

void SystemFileDialogs::choosePrinter(QWidget* parent, const QString& document, PrinterChosen chosen)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(document);
    constexpr double Margin = 12; // that of a printer alone is what it cannot print on
    printer->setPageMargins(QMarginsF(Margin, Margin, Margin, Margin), QPageLayout::Millimeter);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), parent,
                     [printer, chosen] { chosen(*printer); });
    dialog->open();
}

void SystemFileDialogs::openFolder(QWidget* parent, const QString& title, const QString& folder,
                                   Chosen chosen)
{
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace parcferme
