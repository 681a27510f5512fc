#include "ui/window/RaceHeader.h"

#include "tables/TableModel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SegmentBar.h"
#include "ui/window/ElidedLabel.h"
#include "ui/window/HeaderFactRow.h"
#include "ui/window/KindBadge.h"
#include "ui/window/MineBadge.h"
#include "ui/window/RaceListDelegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int Rail = 6;
constexpr int Edge = 14;
constexpr int WideHeader = 900;
constexpr int Spacing = 12; // in the title's row
constexpr int Between = 16; // that row and what stands at the right

} // namespace

RaceHeader::RaceHeader(QWidget* parent)
    : QWidget(parent), title_(new ElidedLabel(this)), sessions_(new SegmentBar(tr("Session"), this)),
      badge_(new KindBadge(this)), mine_(new MineBadge(this)), place_(plainLabel(font(), true)),
      facts_(new HeaderFactRow(this)), large_(plainLabel(titleFont(font()), false)),
      caption_(plainLabel(font(), true))
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
    connect(facts_, &HeaderFactRow::hashClicked, this, &RaceHeader::hashClicked);
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
    if (rebuild) {
        facts_->setFacts(state);
        fitFacts();
        facts_->updateGeometry();
        updateGeometry();
    }
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
    facts_->fitAnew();
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

void RaceHeader::fitFacts()
{
    const int room = width() - 2 * Edge - Rail;
    facts_->fit(room);
    QStringList tip;
    if (low_)
        tip << state_.place << facts_->keepOneRow(room);
    setToolTip(plainToolTip(tip.join(u'\n')));
}

void RaceHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWords();
    fitFacts();
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
