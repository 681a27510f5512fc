#include "ui/widgets/EmptyView.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace parcferme {

EmptyView::EmptyView(QWidget* parent)
    : QWidget(parent), picture_(new QLabel(this)), head_(new QLabel(this)), sentence_(new QLabel(this)),
      buttonLine_(new QHBoxLayout)
{
    head_->setTextFormat(Qt::PlainText);
    head_->setFont(subHeadFont(font()));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    sentence_->setForegroundRole(QPalette::PlaceholderText);
    sentence_->setFixedWidth(fontMetrics().averageCharWidth() * 60);
    buttonLine_->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(picture_, 0, Qt::AlignHCenter);
    layout->addWidget(head_, 0, Qt::AlignHCenter);
    layout->addWidget(sentence_, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    layout->addLayout(buttonLine_);
    layout->addStretch(3);
    buttonLine_->addStretch();
    buttonLine_->addStretch();
}

void EmptyView::show(const QString& icon, const QString& head, const QString& sentence,
                     const std::vector<Button>& buttons)
{
    icon_ = icon;
    drawIcon();
    head_->setText(head);
    sentence_->setText(sentence);
    sentence_->setMinimumHeight(sentence_->heightForWidth(sentence_->width()));
    for (QPushButton* button : buttons_)
        button->deleteLater();
    buttons_.clear();
    for (const Button& wanted : buttons) {
        auto* button = new QPushButton(wanted.text, this);
        button->setObjectName(wanted.action->objectName());
        button->setIcon(parcferme::icon(wanted.icon, wanted.primary ? &Tokens::onAccent : &Tokens::text));
        setPrimary(button, wanted.primary);
        connect(button, &QPushButton::clicked, wanted.action, &QAction::trigger);
        buttonLine_->insertWidget(buttonLine_->count() - 1, button);
        buttons_.push_back(button);
    }
}

QString EmptyView::head() const
{
    return head_->text();
}

QPushButton* EmptyView::button(const QString& name) const
{
    for (QPushButton* button : buttons_)
        if (button->objectName() == name)
            return button;
    return nullptr;
}

void EmptyView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

void EmptyView::drawIcon()
{
    if (!icon_.isEmpty())
        picture_->setPixmap(iconPixmap(icon_, tokens(this).muted, 32, devicePixelRatioF()));
}

} // namespace parcferme
