#pragma once

#include <QString>

#include <functional>

class QPrinter;
class QWidget;

namespace parcferme {

// The questions for a file, a folder or a printer, so that a test can answer them. The answer comes later, by
// `chosen`; it is never called when the user changes his mind.
class FileDialogs
{
public:
    using Chosen = std::function<void(const QString& path)>;

    FileDialogs() = default;
    FileDialogs(const FileDialogs&) = delete;
    FileDialogs& operator=(const FileDialogs&) = delete;
    virtual ~FileDialogs() = default;

    // filter: "CSV table (*.csv)"
    virtual void saveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                          const QString& filter, Chosen chosen) = 0;
    // The printer, or the PDF file, that a document goes to.
    using PrinterChosen = std::function<void(QPrinter& printer)>;
    virtual void choosePrinter(QWidget* parent, const QString& document, PrinterChosen chosen) = 0;
    virtual void openFolder(QWidget* parent, const QString& title, const QString& folder, Chosen chosen) = 0;
};

// The desktop's own dialogs; the folder chosen last is offered again.
class SystemFileDialogs final : public FileDialogs
{
public:
    void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter,
                  Chosen chosen) override;
    void choosePrinter(QWidget* parent, const QString& document, PrinterChosen chosen) override;
    void openFolder(QWidget* parent, const QString& title, const QString& folder, Chosen chosen) override;

private:
    QString lastFolder_;
};

} // namespace parcferme
