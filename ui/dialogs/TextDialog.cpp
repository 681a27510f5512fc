#include "ui/dialogs/TextDialog.h"

#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parcferme {

TextDialog::TextDialog(const QString& title, const std::vector<Paragraph>& text, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto* page = new QWidget;
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
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    const int lineHeight = fontMetrics().height();
    resize(fontMetrics().averageCharWidth() * 76, std::min(40, 8 + int(text.size()) * 6) * lineHeight);
}

} // namespace parcferme
