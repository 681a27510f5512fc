#include "ui/window/HeaderFactRow.h"

#include "tables/Glossary.h"
#include "tables/TableModel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace parcferme {

namespace {

constexpr int Gap = 24;

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

// Apart from the value that it follows.
QString besideValue(const QString& words)
{
    return words.isEmpty() ? words : QStringLiteral("· ") + words;
}

// A name above what it names.
QVBoxLayout* stack(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    return layout;
}

} // namespace

HeaderFactRow::HeaderFactRow(QWidget* parent) : QWidget(parent), row_(new FlowLayout(Gap, 4, this)) {}

QLabel* HeaderFactRow::label(const QFont& font, bool muted, const QString& text)
{
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    label->setText(text);
    return label;
}

void HeaderFactRow::setFacts(const HeaderState& state)
{
    state_ = state;
    clear();
    addFacts(false);
    addHash(QStringLiteral("pickHash"), tr("My hash"), state.myHash);
    addHash(QStringLiteral("ledgerHash"), tr("Ledger hash"), state.hash);
    addFacts(true);
    setVisible(row_->count() > 0);
}

void HeaderFactRow::clear()
{
    while (QLayoutItem* item = row_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    shown_.clear();
    hash_ = nullptr;
    hashWidth_ = 0;
    givenUp_ = 0;
}

void HeaderFactRow::addFacts(bool warnings)
{
    for (const HeaderFact& fact : state_.facts)
        if (fact.warning == warnings) {
            shown_.push_back(factWidget(fact));
            row_->addWidget(shown_.back().widget);
        }
}

void HeaderFactRow::addHash(const QString& name, const QString& title, const QByteArray& hash)
{
    if (hash.isEmpty())
        return;
    const QString whole = QString::fromLatin1(hash);
    auto* widget = new QWidget(this);
    auto* button = new HashButton(HeaderWords::shortHash(hash), widget);
    button->setObjectName(name);
    button->setToolTip(tr("%1\nClick to copy.").arg(whole));
    if (hash == state_.hash) {
        hash_ = button;
        button->setToolTip(hashToolTip(false));
    }
    button->setAccessibleName(tr("%1 %2. Press to copy.").arg(title, whole));
    connect(button, &QAbstractButton::clicked, this, [this, hash] { Q_EMIT hashClicked(hash); });
    widget->setToolTip(plainToolTip(wordMeaning(Word::Hash))); // of the word above the digits
    auto* layout = stack(widget);
    layout->addWidget(label(labelFont(font()), true, title));
    layout->addWidget(button, 0, Qt::AlignLeft);
    row_->addWidget(widget);
    hashWidth_ += widget->sizeHint().width() + Gap;
}

QString HeaderFactRow::hashToolTip(bool withClient) const
{
    QString text = tr("%1\nClick to copy.").arg(QString::fromLatin1(state_.hash));
    for (const HeaderFact& fact : state_.facts)
        if (withClient && fact.givesWay == 1)
            text += QStringLiteral("\n%1: %2").arg(fact.label, fact.value);
    return plainToolTip(text + u'\n' + wordMeaning(Word::Hash));
}

HeaderFactRow::Shown HeaderFactRow::factWidget(const HeaderFact& fact)
{
    Shown shown{fact, nullptr, nullptr};
    auto* widget = new QWidget(this);
    auto* layout = stack(widget);
    layout->addWidget(label(labelFont(font()), true, fact.label));
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
    line->addWidget(label(fact.strong ? strongFont(font()) : font(), false, fact.value));
    if (fact.levelWarns)
        addMark();
    if (!fact.level.isEmpty()) {
        shown.level = label(font(), true, besideValue(fact.level));
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

// Reckoned, not laid out: what goes must not change the room that it is measured by.
int HeaderFactRow::Shown::width(int steps) const
{
    if (!isGone(steps))
        return full;
    if (!fact.shortLevel)
        return 0;
    const QFontMetrics metrics(level->font());
    return full - metrics.horizontalAdvance(besideValue(fact.level)) +
           metrics.horizontalAdvance(besideValue(*fact.shortLevel));
}

void HeaderFactRow::fit(int room)
{
    constexpr int Steps = 3;
    const auto needed = [this](int steps) {
        int width = hashWidth_ - Gap;
        for (const Shown& shown : shown_)
            if (const int own = shown.width(steps); own > 0)
                width += own + Gap;
        return width;
    };
    int steps = 0;
    while (steps < Steps && needed(steps) > room)
        ++steps;
    if (steps != givenUp_)
        giveUp(steps);
}

void HeaderFactRow::giveUp(int steps)
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
    updateGeometry();
}

// Warnings first: they are the last to be left out.
QStringList HeaderFactRow::keepOneRow(int room)
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
                left -= wide + Gap;
            else
                out << QStringLiteral("%1: %2 %3")
                           .arg(shown.fact.label, shown.fact.value, shown.fact.level)
                           .trimmed();
        }
    return out;
}

} // namespace parcferme
