#include "ui/pages/WhatIfLine.h"

#include "tables/Names.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/LeadText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace parcferme {

namespace {

// Letters of an event that always show.
constexpr int NarrowEvent = 22;
constexpr int WideEvent = 34;

QIcon strip(const QColor& team, const QPalette& palette, int height, double ratio)
{
    QPixmap picture(QSize(4, height) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(teamMark(team, tokens(palette)));
    return picture;
}

} // namespace

WhatIfLine::WhatIfLine(QWidget* parent)
    : QWidget(parent), boxes_(new QHBoxLayout), below_(new QHBoxLayout), driver_(new QComboBox(this)),
      what_(new QComboBox(this)), share_(new QLabel(this)), answer_(new LeadText(this)),
      clear_(new QPushButton(tr("C&lear"), this)), gap_(new QWidget(this))
{
    setObjectName(QStringLiteral("whatIfLine"));
    auto* head = new QLabel(tr("What if"), this);
    head->setTextFormat(Qt::PlainText);
    head->setFont(strongFont(font()));
    driver_->setObjectName(QStringLiteral("whatIfDriver"));
    driver_->setAccessibleName(tr("What if this driver"));
    driver_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    what_->setObjectName(QStringLiteral("whatIfEvent"));
    what_->setAccessibleName(tr("What happens to him, and where"));
    what_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    share_->setTextFormat(Qt::PlainText);
    share_->setFont(labelFont(font()));
    share_->setForegroundRole(QPalette::PlaceholderText);
    answer_->setObjectName(QStringLiteral("whatIfAnswer"));
    clear_->setObjectName(QStringLiteral("whatIfClear"));
    clear_->setIcon(icon(QStringLiteral("close")));
    clear_->setToolTip(tr("Back to the odds without a condition"));
    boxes_->setSpacing(8);
    below_->setSpacing(8);
    boxes_->addWidget(head);
    boxes_->addWidget(driver_);
    boxes_->addWidget(what_);
    boxes_->addWidget(clear_);
    boxes_->addWidget(gap_);
    gap_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(boxes_);
    layout->addLayout(below_);
    setNarrow(false);
    connect(driver_, &QComboBox::currentIndexChanged, this, &WhatIfLine::choose);
    connect(what_, &QComboBox::currentIndexChanged, this, &WhatIfLine::choose);
    connect(clear_, &QPushButton::clicked, this, [this] { driver_->setCurrentIndex(0); });
}

void WhatIfLine::setSeason(const SeasonView& view, const std::optional<SeasonCondition>& condition)
{
    fillDrivers(view, condition ? condition->driver : QString());
    fillEvents(view, condition);
}

void WhatIfLine::fillDrivers(const SeasonView& view, const QString& driver)
{
    const QSignalBlocker blocker(driver_);
    driver_->clear();
    driver_->addItem(tr("choose a driver"), QString());
    if (!view.forecast)
        return;
    for (const season::Standing& line : view.drivers.lines) {
        if (std::ranges::find(view.forecast->lineup, line.id, &season::Starter::driver) ==
            view.forecast->lineup.end())
            continue;
        const QString id = QString::fromStdString(line.id);
        driver_->addItem(strip(QColor(standings::colour(view.people, line)), palette(),
                               fontMetrics().ascent(), devicePixelRatioF()),
                         driverName(view.people, id), id);
        if (id == driver)
            driver_->setCurrentIndex(driver_->count() - 1);
    }
}

void WhatIfLine::fillEvents(const SeasonView& view, const std::optional<SeasonCondition>& condition)
{
    const QSignalBlocker blocker(what_);
    const int kept = what_->currentIndex();
    const std::size_t before = conditions_.size();
    what_->clear();
    conditions_.clear();
    using What = SeasonCondition::Kind;
    for (const What kind : {What::Wins, What::OnThePodium, What::DoesNotScore})
        for (const season::Event& event : view.left) {
            const Session session =
                event.session == season::Session::Sprint ? Session::Sprint : Session::Race;
            conditions_.push_back({{}, kind, event.round, session});
            what_->addItem(SeasonWords::condition(view, conditions_.back()));
            if (condition && condition->kind == kind && condition->round == event.round &&
                condition->session == session)
                what_->setCurrentIndex(what_->count() - 1);
        }
    if (condition)
        return;
    if (kept >= 0 && before == conditions_.size())
        return what_->setCurrentIndex(kept);
    // At first the next Grand Prix, not its sprint.
    const auto race = std::ranges::find_if(view.left, [&](const season::Event& event) {
        return event.session == season::Session::Race && view.isToCome(event);
    });
    what_->setCurrentIndex(race == view.left.end() ? -1 : int(race - view.left.begin()));
}

void WhatIfLine::setAnswer(const SeasonView& view, const std::optional<SeasonCondition>& condition,
                           const season::Conditional* ifSo)
{
    on_ = condition.has_value();
    answer_->setVisible(!narrow_ || on_);
    clear_->setVisible(on_);
    answer_->setForegroundRole(on_ ? QPalette::WindowText : QPalette::PlaceholderText);
    share_->setVisible(on_ && ifSo && ifSo->outlook);
    if (!on_)
        answer_->setText(
            {}, tr("Shows the odds of the simulations in which it happens, beside the present ones."));
    else if (!ifSo)
        answer_->setText({}, tr("One moment."));
    else {
        const auto words = SeasonWords::answer(view, *condition, *ifSo);
        answer_->setText(words.lead, words.lead.isEmpty() ? words.words : u' ' + words.words);
        share_->setText(SeasonWords::share(view, *ifSo));
    }
    setAccessibleDescription(answer_->text());
    updateGeometry();
    update();
}

QString WhatIfLine::answer() const
{
    return answer_->text();
}

void WhatIfLine::setNarrow(bool narrow)
{
    what_->setMinimumContentsLength(narrow ? NarrowEvent : WideEvent);
    for (QHBoxLayout* line : {boxes_, below_}) {
        line->removeWidget(answer_);
        line->removeWidget(share_);
    }
    if (narrow) {
        below_->addWidget(answer_, 1);
        below_->addWidget(share_);
    } else {
        const int end = boxes_->indexOf(clear_);
        boxes_->insertWidget(end, answer_, 1);
        boxes_->insertWidget(end + 1, share_);
    }
    gap_->setVisible(narrow);
    narrow_ = narrow;
    answer_->setVisible(!narrow_ || on_);
}

void WhatIfLine::choose()
{
    const QString driver = driver_->currentData().toString();
    const int place = what_->currentIndex();
    if (driver.isEmpty() || place < 0)
        return Q_EMIT chosen(std::nullopt);
    SeasonCondition condition = conditions_[std::size_t(place)];
    condition.driver = driver;
    Q_EMIT chosen(condition);
}

void WhatIfLine::paintEvent(QPaintEvent*)
{
    const Tokens& theme = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on_ ? theme.accent : theme.border);
    painter.setBrush(on_ ? theme.infoGround : theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace parcferme
