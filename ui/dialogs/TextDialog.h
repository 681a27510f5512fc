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
    TextDialog(const QString& title, const std::vector<Paragraph>& text, QWidget* parent = nullptr);
};

} // namespace parcferme
