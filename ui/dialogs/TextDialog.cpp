#include "ui/dialogs/TextDialog.h"

#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parcferme {

TextDialog::TextDialog(const QString& title, const std::vector<Paragraph>& text, QWidget* parent, Look look)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* page = new QWidget;
    if (look == Look::InRows)
        addRows(page, text);
    else
        addParagraphs(page, text);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setAccessibleName(title);
    area->setWidget(page);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    const int lineHeight = fontMetrics().height();
    const int lines = look == Look::InRows ? 8 + int(text.size()) * 2 : 8 + int(text.size()) * 6;
    resize(fontMetrics().averageCharWidth() * 76, std::min(40, lines) * lineHeight);
}

void TextDialog::addParagraphs(QWidget* page, const std::vector<Paragraph>& text)
{
    auto* lines = new QVBoxLayout(page);
    lines->setSpacing(4);
    for (const Paragraph& paragraph : text) {
        auto* head = new QLabel(paragraph.head, page);
        head->setTextFormat(Qt::PlainText);
        head->setFont(subHeadFont(font()));
        auto* words = new QLabel(paragraph.words, page);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        lines->addWidget(head);
        lines->addWidget(words);
        lines->addSpacing(8);
    }
    lines->addStretch(1);
}

void TextDialog::addRows(QWidget* page, const std::vector<Paragraph>& text)
{
    auto* rows = new QGridLayout(page);
    rows->setHorizontalSpacing(24);
    rows->setVerticalSpacing(8);
    rows->setColumnStretch(1, 1);
    for (int row = 0; row < int(text.size()); ++row) {
        auto* head = new QLabel(text[size_t(row)].head, page);
        head->setFont(strongFont(font()));
        auto* words = new QLabel(text[size_t(row)].words, page);
        for (QLabel* label : {head, words})
            label->setTextFormat(Qt::PlainText);
        words->setWordWrap(true); // so that the dialog never scrolls sideways
        rows->addWidget(head, row, 0);
        rows->addWidget(words, row, 1);
    }
    rows->setRowStretch(int(text.size()), 1);
}

} // namespace parcferme
