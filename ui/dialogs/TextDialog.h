#pragma once

#include <QDialog>

namespace parcferme {

// Plain words to read, as headed paragraphs.
class TextDialog : public QDialog
{
    Q_OBJECT
public:
    struct Paragraph
    {
        QString head;
        QString words;
    };
    // InRows: short heads and words beside each other.
    enum class Look { Paragraphs, InRows };
    TextDialog(const QString& title, const std::vector<Paragraph>& text, QWidget* parent = nullptr,
               Look look = Look::Paragraphs);

private:
    void addParagraphs(QWidget* page, const std::vector<Paragraph>& text);
    void addRows(QWidget* page, const std::vector<Paragraph>& text);
};

} // namespace parcferme
