#include "ui/window/RaceHeader.h"

#include "tables/Glossary.h"
#include "tables/TableModel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/KindBadge.h"
#include "ui/window/MineBadge.h"
#include "ui/window/RaceListDelegate.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int Rail = 6;
constexpr int Edge = 14;
constexpr int FactGap = 24;
constexpr int WideHeader = 900;
constexpr int Spacing = 12; // in the title's row
constexpr int Between = 16; // that row and what stands at the right

// Looks like the values beside it, and can be pressed.
class HashButton : public QAbstractButton
{
public:
    HashButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
    {
        setText(text);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }
    QSize sizeHint() const override
    {
        // As high as the labels beside it, so that their words stand on one line.
        const int height = fontMetrics().boundingRect(QRect(0, 0, 9999, 999), 0, text()).height();
        return {fontMetrics().horizontalAdvance(text()) + 2, height};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(underMouse() ? tokens(this).accent : tokens(this).text);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, text());
    }
};

// Elides what does not fit; all of it is in the tooltip then.
class ElidedLabel : public QLabel
{
public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {1, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        setToolTip(shown == text() ? QString() : plainToolTip(text()));
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    }
};

// Apart from the value that it follows.
QString besideValue(const QString& words)
{
    return words.isEmpty() ? words : QStringLiteral("· ") + words;
}

} // namespace

RaceHeader::RaceHeader(QWidget* parent)
    : QWidget(parent), title_(new ElidedLabel(this)), sessions_(new SegmentBar(tr("Session"), this)),
      badge_(new KindBadge(this)), mine_(new MineBadge(this)), place_(plainLabel(font(), true)),
      facts_(new QWidget(this)), factRow_(new FlowLayout(FactGap, 4, facts_)),
      large_(plainLabel(titleFont(font()), false)), caption_(plainLabel(font(), true))
{
    setObjectName(QStringLiteral("raceHeader"));
    title_->setObjectName(QStringLiteral("raceTitle"));
    title_->setTextFormat(Qt::PlainText);
    title_->setFont(titleFont(font()));
    title_->setMinimumWidth(title_->fontMetrics().averageCharWidth() * 9);
    large_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    caption_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    place_->setMinimumWidth(1);
    place_->setWordWrap(true); // rather than cut where text is large

    auto* titleRow = new QHBoxLayout;
    titleRow->setSpacing(Spacing);
    titleRow->addWidget(title_);
    titleRow->addWidget(sessions_);
    titleRow->addWidget(badge_);
    titleRow->addWidget(mine_);
    titleRow->addStretch(1);
    auto* left = new QVBoxLayout;
    left->setSpacing(2);
    left->addLayout(titleRow);
    left->addWidget(place_);
    auto* right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(large_);
    right->addWidget(caption_);
    auto* top = new QHBoxLayout;
    top->setSpacing(Between);
    top->addLayout(left, 1);
    top->addLayout(right);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Rail + Edge, 10, Edge, 10);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(facts_);
    // Not fixed: facts that wrap, a warning mostly, make it higher than its size hint.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    sessions_->setObjectName(QStringLiteral("sessions"));
    sessions_->setItems({{QStringLiteral("sprint"), {}}, {QStringLiteral("race"), {}}});
    sessions_->hide();
    connect(sessions_, &SegmentBar::chosen, this, [this](const QString& key) {
        Q_EMIT sessionChosen(key == QLatin1StringView("sprint") ? Session::Sprint : Session::Race);
    });
}

QLabel* RaceHeader::plainLabel(const QFont& font, bool muted)
{
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void RaceHeader::setState(const HeaderState& state)
{
    const bool rebuild =
        state.hash != state_.hash || state.myHash != state_.myHash || state.facts != state_.facts;
    state_ = state;
    title_->setText(state.title);
    badge_->setKind(state.kind);
    mine_->setState(state.mine);
    place_->setToolTip(plainToolTip(state.placeTooltip));
    caption_->setToolTip(plainToolTip(state.placeTooltip));
    large_->setText(state.large);
    fitWords();
    setAccessibleName(
        QStringLiteral("%1. %2. %3 – %4").arg(state.title, state.place, state.large, state.caption));
    if (rebuild)
        showFacts();
    update();
}

QString RaceHeader::title() const
{
    return title_->text();
}

QString RaceHeader::largeFact() const
{
    return large_->text();
}

void RaceHeader::setLow(bool low)
{
    if (std::exchange(low_, low) == low)
        return;
    givenUp_ = -1; // all facts anew
    fitWords();
    fitFacts();
    updateGeometry();
}

void RaceHeader::fitWords()
{
    for (int words = 0; words <= int(Words::Last); ++words) {
        showWords(Words(words));
        if (titleFits())
            break;
    }
    fitPlace();
}

void RaceHeader::showWords(Words words)
{
    const bool brief = words >= Words::ShortCaption && !state_.shortCaption.isEmpty();
    caption_->setText(brief ? state_.shortCaption : state_.caption);
    // The two badges of the user's page leave no room for those of the sessions in a narrow window.
    const bool crowded = state_.mine && width() < WideHeader * textScale(fontMetrics());
    showSessions(crowded || words >= Words::ShortSessions);
    badge_->setShort(words >= Words::BadgesByIcon);
    mine_->setShort(words >= Words::BadgesByIcon);
}

// Each session with its badge of the race list.
void RaceHeader::showSessions(bool shortly)
{
    sessions_->setVisible(!state_.sessions.empty());
    for (const HeaderState::SessionChoice& choice : state_.sessions) {
        const bool sprint = choice.session == Session::Sprint;
        const QString key = sprint ? QStringLiteral("sprint") : QStringLiteral("race");
        const QString name = sprint ? tr("Sprint") : tr("Grand Prix");
        const QString mark = badgeIcon(choice.badge.icon);
        sessions_->setText(key, shortly ? name : name + QStringLiteral("  ") + choice.badge.text);
        sessions_->button(key)->setToolTip(shortly ? choice.badge.text : QString());
        sessions_->button(key)->setIcon(mark.isEmpty() ? QIcon() : icon(mark));
        sessions_->button(key)->setAccessibleName(tr("%1: %2").arg(name, choice.badge.text));
    }
    sessions_->setCurrent(state_.session == Session::Sprint ? QStringLiteral("sprint")
                                                            : QStringLiteral("race"));
}

void RaceHeader::showFacts()
{
    while (QLayoutItem* item = factRow_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    shown_.clear();
    hash_ = nullptr;
    hashWidth_ = 0;
    givenUp_ = 0;
    const auto add = [this](bool warnings) {
        for (const HeaderFact& fact : state_.facts)
            if (fact.warning == warnings) {
                shown_.push_back(factWidget(fact));
                factRow_->addWidget(shown_.back().widget);
            }
    };
    const auto addHash = [this](const QString& name, const QString& title, const QByteArray& hash) {
        if (hash.isEmpty())
            return;
        QWidget* widget = hashWidget(name, title, hash);
        factRow_->addWidget(widget);
        hashWidth_ += widget->sizeHint().width() + FactGap;
    };
    add(false);
    addHash(QStringLiteral("pickHash"), tr("My hash"), state_.myHash);
    addHash(QStringLiteral("ledgerHash"), tr("Ledger hash"), state_.hash);
    add(true);
    facts_->setVisible(factRow_->count() > 0);
    fitFacts();
    facts_->updateGeometry();
    updateGeometry();
}

// Reckoned, not laid out: what gives way must not change the room that it is measured by.
int RaceHeader::roomForTitle() const
{
    const auto wide = [](const QLabel* label) {
        return label->fontMetrics().horizontalAdvance(label->text());
    };
    return width() - Rail - 2 * Edge - Between - std::max(wide(large_), wide(caption_));
}

bool RaceHeader::titleFits() const
{
    int needed = title_->sizeHint().width();
    for (const QWidget* beside : std::initializer_list<const QWidget*>{sessions_, badge_, mine_})
        needed += beside->isHidden() ? 0 : beside->sizeHint().width() + Spacing;
    return needed + Spacing <= roomForTitle();
}

// In one line, where it can be: the shorter words leave out what stands elsewhere too.
void RaceHeader::fitPlace()
{
    const QFontMetrics metrics(place_->font());
    const int room = roomForTitle();
    QString words = state_.place;
    for (const QString& shorter : state_.shorterPlaces)
        if (metrics.horizontalAdvance(words) > room)
            words = shorter;
    place_->setText(words);
    place_->setVisible(!low_);
}

// What matters least goes until the rest fits in one row; only then it breaks into two.
void RaceHeader::fitFacts()
{
    constexpr int Steps = 3;
    const int room = width() - 2 * Edge - Rail;
    const auto needed = [this](int steps) {
        int width = hashWidth_ - FactGap;
        for (const Shown& shown : shown_)
            if (const int own = shown.width(steps); own > 0)
                width += own + FactGap;
        return width;
    };
    int steps = 0;
    while (steps < Steps && needed(steps) > room)
        ++steps;
    if (steps != givenUp_)
        giveUp(steps);
    QStringList tip;
    if (low_)
        tip << state_.place << keepOneRow(room);
    setToolTip(plainToolTip(tip.join(u'\n')));
}

// Warnings first: they are the last to be left out.
QStringList RaceHeader::keepOneRow(int room)
{
    QStringList out;
    int left = room - hashWidth_;
    for (const bool warnings : {true, false})
        for (const Shown& shown : shown_) {
            if (shown.fact.warning != warnings)
                continue;
            const int wide = shown.width(givenUp_);
            const bool fits = wide > 0 && wide <= left;
            shown.widget->setVisible(fits);
            if (fits)
                left -= wide + FactGap;
            else
                out << QStringLiteral("%1: %2 %3")
                           .arg(shown.fact.label, shown.fact.value, shown.fact.level)
                           .trimmed();
        }
    return out;
}

// Reckoned, not laid out: what goes must not change the room that it is measured by.
int RaceHeader::Shown::width(int steps) const
{
    if (!isGone(steps))
        return full;
    if (!fact.shortLevel)
        return 0;
    const QFontMetrics metrics(level->font());
    return full - metrics.horizontalAdvance(besideValue(fact.level)) +
           metrics.horizontalAdvance(besideValue(*fact.shortLevel));
}

void RaceHeader::giveUp(int steps)
{
    givenUp_ = steps;
    for (const Shown& shown : shown_) {
        const bool gone = shown.isGone(steps);
        if (shown.fact.shortLevel)
            shown.level->setText(besideValue(gone ? *shown.fact.shortLevel : shown.fact.level));
        shown.widget->setVisible(shown.fact.shortLevel || !gone);
    }
    if (hash_)
        hash_->setToolTip(hashToolTip(steps > 0));
    facts_->updateGeometry();
}

QString RaceHeader::hashToolTip(bool withClient) const
{
    QString text = tr("%1\nClick to copy.").arg(QString::fromLatin1(state_.hash));
    for (const HeaderFact& fact : state_.facts)
        if (withClient && fact.givesWay == 1)
            text += QStringLiteral("\n%1: %2").arg(fact.label, fact.value);
    return plainToolTip(text + u'\n' + wordMeaning(Word::Hash));
}

void RaceHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWords();
    fitFacts();
}

RaceHeader::Shown RaceHeader::factWidget(const HeaderFact& fact)
{
    Shown shown{fact, nullptr, nullptr};
    auto* widget = new QWidget(facts_);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    auto* label = plainLabel(labelFont(font()), true);
    label->setText(fact.label);
    layout->addWidget(label);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    const auto addMark = [&] {
        auto* mark = new QLabel(widget);
        const int side = fontMetrics().height();
        mark->setPixmap(
            icon(QStringLiteral("warning"), &Tokens::warning).pixmap(QSize(side, side), devicePixelRatioF()));
        line->addWidget(mark);
    };
    if (fact.warning)
        addMark();
    auto* value = plainLabel(fact.strong ? strongFont(font()) : font(), false);
    value->setText(fact.value);
    line->addWidget(value);
    if (fact.levelWarns)
        addMark();
    if (!fact.level.isEmpty()) {
        shown.level = plainLabel(font(), true);
        shown.level->setText(besideValue(fact.level));
        line->addWidget(shown.level);
    }
    line->addStretch(1);
    layout->addLayout(line);
    widget->setToolTip(plainToolTip(fact.tooltip));
    const QString level = fact.level.isEmpty() ? QString() : QStringLiteral(", ") + fact.level;
    widget->setAccessibleName(QStringLiteral("%1: %2%3").arg(fact.label, fact.value, level));
    shown.widget = widget;
    shown.full = widget->sizeHint().width();
    return shown;
}

QWidget* RaceHeader::hashWidget(const QString& name, const QString& title, const QByteArray& hash)
{
    const QString whole = QString::fromLatin1(hash);
    auto* button = new HashButton(HeaderWords::shortHash(hash), facts_);
    button->setObjectName(name);
    button->setToolTip(tr("%1\nClick to copy.").arg(whole));
    if (hash == state_.hash) {
        hash_ = button;
        button->setToolTip(hashToolTip(false));
    }
    button->setAccessibleName(tr("%1 %2. Press to copy.").arg(title, whole));
    connect(button, &QAbstractButton::clicked, this, [this, hash] { Q_EMIT hashClicked(hash); });
    auto* widget = new QWidget(facts_);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    auto* label = plainLabel(labelFont(font()), true);
    label->setText(title);
    layout->addWidget(label);
    layout->addWidget(button, 0, Qt::AlignLeft);
    return widget;
}

void RaceHeader::paintEvent(QPaintEvent*)
{
    const Tokens& theme = tokens(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
    if (state_.railOfMine)
        paintRailOfMine(painter);
    else if (state_.kind)
        paintRail(painter);
}

// Two lines: a person's order is never taken for the model's.
void RaceHeader::paintRailOfMine(QPainter& painter) const
{
    const Tokens& theme = tokens(this);
    if (!state_.mine || *state_.mine == PickState::None)
        return;
    const QColor colour = *state_.mine == PickState::Late ? theme.muted : theme.accent;
    constexpr int Line = 2, Dash = 6, Gap = 5;
    const bool dashed = *state_.mine == PickState::Draft;
    for (const int x : {0, 2 * Line})
        for (int y = 0; y < height(); y += Dash + Gap)
            painter.fillRect(QRect(x, y, Line, dashed ? Dash : Dash + Gap), colour);
}

void RaceHeader::paintRail(QPainter& painter) const
{
    const Tokens& theme = tokens(this);
    const QRect rail(0, 0, Rail, height());
    switch (*state_.kind) {
    case PredictionKind::Live:
        painter.fillRect(rail, theme.accent);
        break;
    case PredictionKind::Retrospective:
        painter.fillRect(rail, theme.muted);
        break;
    case PredictionKind::Void:
        painter.fillRect(rail, theme.warning);
        break;
    case PredictionKind::Preview:
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(rail);
        painter.setPen(QPen(theme.accent, 2));
        for (int y = -Rail; y < height() + Rail; y += 7)
            painter.drawLine(0, y + Rail, Rail, y);
        break;
    }
}

} // namespace parcferme
