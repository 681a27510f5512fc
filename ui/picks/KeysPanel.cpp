#include "ui/picks/KeysPanel.h"

#include "ui/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace parcferme {

namespace {

// Looks like the cap of a key.
class KeyCap : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        const Tokens& theme = tokens(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.strong);
        painter.setBrush(theme.button);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.end();
        QLabel::paintEvent(event);
    }
};

} // namespace

KeysPanel::KeysPanel(QWidget* parent) : SidePanel(tr("Keys"), parent)
{
    const std::pair<QString, QString> lines[] = {
        {QStringLiteral("↑ ↓"), tr("choose a driver")},
        {tr("Alt + ↑ ↓", "key"), tr("move him by one")},
        {tr("Alt + Home", "key"), tr("to the top")},
        {tr("Space", "key"), tr("lift, then ↑ ↓, Space")},
        {tr("Esc", "key"), tr("put back")},
        {tr("7 Enter", "key"), tr("to place 7")},
        {tr("Del", "key"), tr("leave his place empty")},
        {tr("Ctrl + Z", "key"), tr("undo")},
    };
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (const auto& [keys, words] : lines) {
        const int row = grid->rowCount();
        auto* cap = new KeyCap(keys, this);
        cap->setTextFormat(Qt::PlainText);
        cap->setFont(labelFont(font()));
        cap->setContentsMargins(6, 1, 6, 1);
        auto* does = new QLabel(words, this);
        does->setTextFormat(Qt::PlainText);
        does->setWordWrap(true);
        grid->addWidget(cap, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(does, row, 1);
    }
    content()->addLayout(grid);
    auto* said = new QLabel(tr("Each move is read out: “%1”").arg(tr("Max Verstappen, now 3, was 6.")), this);
    said->setTextFormat(Qt::PlainText);
    said->setWordWrap(true);
    said->setFont(labelFont(font()));
    said->setForegroundRole(QPalette::PlaceholderText);
    content()->addWidget(said);
    content()->addStretch(1);
}

} // namespace parcferme
