#include "ui/picks/LockPanel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace parcferme {

LockPanel::LockPanel(QWidget* parent) : SidePanel(tr("Locking"), parent), paragraphs_(new QVBoxLayout)
{
    setObjectName(QStringLiteral("pickLocking"));
    paragraphs_->setSpacing(6);
    content()->addLayout(paragraphs_);
}

void LockPanel::setWords(const QString& words)
{
    const QStringList wanted = words.split(u'\n');
    while (paragraphs_->count() > wanted.size()) {
        QLayoutItem* item = paragraphs_->takeAt(paragraphs_->count() - 1);
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < wanted.size(); ++i) {
        if (i == paragraphs_->count()) {
            auto* paragraph = new QLabel(this);
            paragraph->setTextFormat(Qt::PlainText);
            paragraph->setWordWrap(true);
            paragraphs_->addWidget(paragraph);
        }
        static_cast<QLabel*>(paragraphs_->itemAt(i)->widget())->setText(wanted[i]);
    }
}

} // namespace parcferme
