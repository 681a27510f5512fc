#include "ui/pages/SeasonHeader.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int Rail = 6;
constexpr int Edge = 14;
constexpr int BadgeEdge = 8;
constexpr int BadgeGap = 6;

using Kind = SeasonHeaderState::Kind;

QLabel* plainLabel(QWidget* parent, const QFont& font, bool muted)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Live:
        return QStringLiteral("season");
    case Kind::Missing:
        return QStringLiteral("download");
    case Kind::Retrospect:
    case Kind::Final:
        break;
    }
    return QStringLiteral("history");
}

} // namespace

class SeasonHeader::Badge : public QWidget
{
public:
    explicit Badge(QWidget* parent) : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void show(Kind kind, const QString& text)
    {
        kind_ = kind;
        text_ = text;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(badgeFont());
        return {2 * BadgeEdge + metrics.height() + BadgeGap + metrics.horizontalAdvance(text_),
                metrics.height() + 5};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& theme = tokens(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ink = theme.text;
        painter.setPen(Qt::NoPen);
        if (kind_ == Kind::Live) {
            painter.setBrush(theme.accent);
            ink = theme.onAccent;
        } else if (kind_ == Kind::Missing) {
            painter.setPen(QPen(theme.accent, 1));
            ink = theme.accent;
        } else {
            painter.setBrush(theme.barGrey);
        }
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        const QFontMetrics metrics(badgeFont());
        const int side = metrics.height() - 2;
        painter.drawPixmap(BadgeEdge, (height() - side) / 2,
                           iconPixmap(iconOf(kind_), ink, side, devicePixelRatioF()));
        painter.setFont(badgeFont());
        painter.setPen(ink);
        painter.drawText(rect().adjusted(BadgeEdge + metrics.height() + BadgeGap, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, text_);
    }

private:
    QFont badgeFont() const { return strongFont(labelFont(font())); }

    Kind kind_ = Kind::Live;
    QString text_;
};

SeasonHeader::SeasonHeader(QWidget* parent)
    : QWidget(parent), title_(plainLabel(this, titleFont(font()), false)), badge_(new Badge(this)),
      left_(plainLabel(this, font(), true)), provenance_(plainLabel(this, labelFont(font()), true)),
      large_(plainLabel(this, titleFont(font()), false)), caption_(plainLabel(this, font(), true))
{
    setObjectName(QStringLiteral("seasonHeader"));
    provenance_->setObjectName(QStringLiteral("seasonProvenance"));
    for (QLabel* label : {left_, provenance_}) {
        label->setMinimumWidth(1);
        label->setWordWrap(true); // rather than cut where text is large
    }
    auto* titleRow = new QHBoxLayout;
    titleRow->setSpacing(12);
    titleRow->addWidget(title_);
    titleRow->addWidget(badge_);
    titleRow->addStretch(1);
    auto* left = new QVBoxLayout;
    left->setSpacing(2);
    left->addLayout(titleRow);
    left->addWidget(left_);
    left->addWidget(provenance_);
    auto* right = new QVBoxLayout;
    right->setSpacing(2);
    for (QLabel* label : {large_, caption_}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        right->addWidget(label);
    }
    right->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(Rail + Edge, 8, Edge, 8);
    layout->setSpacing(16);
    layout->addLayout(left, 1);
    layout->addLayout(right);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SeasonHeader::setState(const SeasonHeaderState& state)
{
    state_ = state;
    title_->setText(state.title);
    badge_->show(state.kind, state.badge);
    left_->setText(state.left);
    provenance_->setText(state.provenance);
    large_->setText(state.large);
    caption_->setText(state.caption);
    setAccessibleName(QStringLiteral("%1. %2. %3. %4 – %5")
                          .arg(state.title, state.badge, state.left, state.large, state.caption));
    update();
}

QString SeasonHeader::largeFact() const
{
    return large_->text();
}

QString SeasonHeader::provenance() const
{
    return provenance_->text();
}

void SeasonHeader::paintEvent(QPaintEvent*)
{
    const Tokens& theme = tokens(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
    const bool muted = state_.kind == Kind::Retrospect || state_.kind == Kind::Final;
    if (state_.kind != Kind::Missing)
        return painter.fillRect(QRect(0, 0, Rail, height()), muted ? theme.muted : theme.accent);
    for (int y = 0; y < height(); y += 14) // 8 on, 6 off
        painter.fillRect(QRect(0, y, Rail, std::min(8, height() - y)), theme.accent);
}

} // namespace parcferme
