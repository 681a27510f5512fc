#include "ui/window/MessageBar.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr size_t MostKept = 500; // messages of a session

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent), banner_(new Banner(Severity::Info, this)), counter_(new QPushButton(this)),
      details_(new QPushButton(tr("&Details"), this)), retry_(new QPushButton(tr("Retry"), this)),
      close_(new QToolButton(this)), more_(new QLabel(this))
{
    setObjectName(QStringLiteral("messageBar"));
    details_->setCheckable(true);
    details_->setObjectName(QStringLiteral("messageDetails"));
    counter_->setObjectName(QStringLiteral("messageCount"));
    retry_->setObjectName(QStringLiteral("messageRetry"));
    close_->setObjectName(QStringLiteral("messageClose"));
    close_->setIcon(icon(QStringLiteral("close")));
    close_->setAutoRaise(true);
    close_->setFocusPolicy(Qt::StrongFocus);
    close_->setAccessibleName(tr("Close this message"));
    close_->setToolTip(tr("Close this message"));
    counter_->setToolTip(tr("List the messages of this session"));
    for (QWidget* button : std::initializer_list<QWidget*>{counter_, details_, retry_, close_})
        banner_->addButton(button);
    more_->setTextFormat(Qt::PlainText);
    more_->setWordWrap(true);
    more_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    more_->setMargin(12);
    more_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(banner_);
    layout->addWidget(more_);
    connect(details_, &QPushButton::toggled, more_, &QWidget::setVisible);
    connect(retry_, &QPushButton::clicked, this, &MessageBar::retry);
    connect(counter_, &QPushButton::clicked, this, &MessageBar::listWanted);
    connect(close_, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::show(const Message& message)
{
    messages_.push_back(message);
    if (messages_.size() > MostKept)
        messages_.erase(messages_.begin());
    const int count = int(messages_.size());
    banner_->setSeverity(message.severity);
    showWords();
    counter_->setVisible(count > 1);
    counter_->setText(tr("%n messages", nullptr, count));
    details_->setChecked(false);
    details_->setVisible(!message.details.isEmpty());
    more_->setText(message.details);
    retry_->setVisible(bool(message.retry));
    setVisible(true);
}

void MessageBar::showWords()
{
    if (!messages_.empty())
        banner_->setText(messages_.back().head(hidden_), messages_.back().kept);
}

void MessageBar::dismiss()
{
    setVisible(false);
}

void MessageBar::setHidden(const HiddenRaces& hidden)
{
    hidden_ = hidden;
    showWords();
}

void MessageBar::raceOpened(RaceId race)
{
    if (std::exchange(race_, race) == race)
        return;
    if (!messages_.empty() && messages_.back().subject && messages_.back().subject->race.id != race)
        dismiss();
}

QString MessageBar::details() const
{
    return more_->isVisible() ? more_->text() : QString();
}

QString MessageBar::text() const
{
    return banner_->text();
}

Severity MessageBar::severity() const
{
    return banner_->severity();
}

void MessageBar::retry()
{
    const auto again = messages_.empty() ? std::function<void()>() : messages_.back().retry;
    dismiss();
    if (again)
        again();
}

} // namespace parcferme
