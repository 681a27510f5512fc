#include "ui/picks/LockPanel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace parcferme {

LockPanel::LockPanel(QWidget* parent) : SidePanel(tr("Locking"), parent), words_(new QLabel(this))
{
    words_->setObjectName(QStringLiteral("pickLocking"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    content()->addWidget(words_);
}

void LockPanel::setWords(const QString& words)
{
    words_->setText(QString(words).replace(u'\n', QStringLiteral("\n\n")));
}

} // namespace parcferme
