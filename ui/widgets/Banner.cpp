#include "ui/widgets/Banner.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/LeadText.h"

#include <QHBoxLayout>
#include <QPainter>

#include <utility>

namespace parcferme {

namespace {

struct Look
{
    QString icon;
    QColor colour;
    QColor ground;
};

Look lookOf(Severity severity, const Tokens& theme)
{
    switch (severity) {
    case Severity::Done:
        return {QStringLiteral("check"), theme.success, theme.infoGround};
    case Severity::Warning:
        return {QStringLiteral("warning"), theme.warning, theme.warningGround};
    case Severity::Error:
        return {QStringLiteral("error"), theme.danger, theme.dangerGround};
    case Severity::Info:
        break;
    }
    return {QStringLiteral("info"), theme.accent, theme.infoGround};
}

constexpr int IconSide = 18;
constexpr int Edge = 12;

} // namespace

Banner::Banner(Severity severity, QWidget* parent)
    : QWidget(parent), severity_(severity), words_(new LeadText(this)), layout_(new QHBoxLayout(this))
{
    layout_->setContentsMargins(Edge + IconSide + 12, 8, Edge, 8);
    layout_->setSpacing(8);
    layout_->addWidget(words_, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Banner::setSeverity(Severity severity)
{
    severity_ = severity;
    update();
}

void Banner::setText(const QString& lead, const QString& words)
{
    lead_ = lead;
    said_ = words;
    showWords();
}

void Banner::setShort(bool onlyLead)
{
    if (std::exchange(short_, onlyLead) != onlyLead)
        showWords();
}

void Banner::showWords()
{
    const bool all = !short_ || lead_.isEmpty();
    words_->setText(lead_, all ? said_ : QString());
    setToolTip(all ? QString() : text());
    setAccessibleName(text());
}

QString Banner::text() const
{
    return lead_.isEmpty() ? said_ : said_.isEmpty() ? lead_ : lead_ + u' ' + said_;
}

void Banner::addButton(QWidget* button)
{
    layout_->addWidget(button, 0, Qt::AlignVCenter);
}

void Banner::setFramed(bool framed)
{
    framed_ = framed;
    update();
}

void Banner::paintEvent(QPaintEvent*)
{
    const Tokens& theme = tokens(this);
    const Look look = lookOf(severity_, theme);
    QColor line = look.colour;
    line.setAlphaF(0.45F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (framed_) {
        painter.setPen(line);
        painter.setBrush(look.ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    } else {
        painter.fillRect(rect(), look.ground);
        painter.fillRect(QRect(0, height() - 1, width(), 1), line);
    }
    painter.drawPixmap(Edge, (height() - IconSide) / 2,
                       iconPixmap(look.icon, look.colour, IconSide, devicePixelRatioF()));
}

} // namespace parcferme
