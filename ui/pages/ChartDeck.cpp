#include "ui/pages/ChartDeck.h"

#include "ui/charts/ChartWidget.h"
#include "ui/session/ExportFileName.h"
#include "ui/table/TablePanel.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/widgets/SegmentBar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace parcferme {

namespace {

// Scrolls where the window is too low for a chart's least height.
QScrollArea* scrolled(ChartWidget* chart)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(chart);
    return area;
}

} // namespace

ChartDeck::ChartDeck(const QString& name, const std::vector<Item>& items, Preferences& preferences,
                     FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent), name_(name), fileName_(name), dialogs_(dialogs),
      selector_(new SegmentBar(tr("Chart"), this)), stack_(new QStackedWidget(this)), tools_(new QHBoxLayout),
      room_(new QSpacerItem(0, 0)), asTable_(new QPushButton(tr("As ta&ble"), this)),
      image_(new QPushButton(tr("&Image"), this))
{
    std::vector<SegmentBar::Item> titles;
    for (const Item& item : items) {
        Card card{item, scrolled(item.chart), nullptr};
        stack_->addWidget(card.frame);
        connect(item.chart, &ChartWidget::driverSelected, this, &ChartDeck::driverSelected);
        if (item.data) {
            card.table =
                new TablePanel({item.key, item.title, item.key}, item.data, preferences, dialogs, this);
            connect(card.table, &TablePanel::exported, this, &ChartDeck::imageSaved);
            connect(card.table, &TablePanel::exportFailed, this,
                    [this](const Error& error) { Q_EMIT imageFailed(error.text()); });
            connect(card.table->view(), &TableView::driverSelected, this, &ChartDeck::driverSelected);
            stack_->addWidget(card.table);
        }
        cards_.push_back(card);
        titles.push_back({item.key, item.title});
    }
    // The pages that do not show must not keep the deck wide.
    stack_->setMinimumSize(1, 1);
    selector_->setItems(titles);
    selector_->setVisible(items.size() > 1);
    asTable_->setIcon(icon(QStringLiteral("table")));
    asTable_->setCheckable(true);
    asTable_->setToolTip(tr("Show the chart's data as a table"));
    asTable_->setObjectName(name + QStringLiteral("AsTable"));
    image_->setIcon(icon(QStringLiteral("download")));
    image_->setToolTip(tr("Save the chart as PNG or SVG (Ctrl+Shift+E)"));
    image_->setObjectName(name + QStringLiteral("Image"));
    const bool anyTable = std::ranges::any_of(cards_, [](const Card& card) { return card.table != nullptr; });
    for (QPushButton* button : {asTable_, image_}) {
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(anyTable);
        button->setSizePolicy(policy);
    }
    tools_->setSpacing(8);
    // From the right edge of the window, which stays where it is, whatever room the table leaves to the
    // chart.
    tools_->addStretch(1);
    tools_->addWidget(selector_);
    tools_->addWidget(asTable_);
    tools_->addWidget(image_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(tools_);
    layout->addItem(room_);
    layout->addWidget(stack_, 1);
    connect(selector_, &SegmentBar::chosen, this, &ChartDeck::setCurrent);
    connect(asTable_, &QPushButton::toggled, this, [this] { show(current_); });
    connect(image_, &QPushButton::clicked, this, &ChartDeck::saveImage);
    setCurrent(items.front().key);
}

QString ChartDeck::current() const
{
    return current_;
}

void ChartDeck::setCurrent(const QString& key)
{
    if (!selector_->button(key))
        return; // kept by another version
    chosen_ = key;
    showChosen();
}

void ChartDeck::setSelectorShown(bool shown)
{
    selector_->setVisible(toolsShown_ && shown && cards_.size() > 1);
}

void ChartDeck::setToolsCompact(bool compact)
{
    asTable_->setText(compact ? QString() : tr("As ta&ble"));
    image_->setText(compact ? QString() : tr("&Image"));
    asTable_->setAccessibleName(compact ? tr("As table") : QString());
    image_->setAccessibleName(compact ? tr("Image") : QString());
}

void ChartDeck::hideTools()
{
    toolsShown_ = false;
    for (QWidget* tool : std::initializer_list<QWidget*>{selector_, asTable_, image_})
        tool->hide();
    layout()->removeItem(tools_);
    layout()->removeItem(room_);
}

void ChartDeck::setRoomBelowTools(int pixels)
{
    if (room_->sizeHint().height() == pixels)
        return;
    room_->changeSize(0, pixels);
    layout()->invalidate();
}

void ChartDeck::setFileName(const QString& name)
{
    fileName_ = name;
    for (const Card& card : cards_)
        if (card.table)
            card.table->setFileName(fileNameOf(card));
}

void ChartDeck::setFileNameEnd(const QString& key, const QString& end)
{
    for (Card& card : cards_)
        if (card.item.key == key)
            card.fileNameEnd = end;
    setFileName(fileName_);
}

void ChartDeck::setCaption(const QString& caption)
{
    for (const Card& card : cards_)
        card.item.chart->setCaption(caption);
}

QString ChartDeck::fileNameOf(const Card& card) const
{
    QStringList parts = {fileName_, card.item.key};
    if (!card.fileNameEnd.isEmpty())
        parts << card.fileNameEnd;
    return parts.join(u'-');
}

QString ChartDeck::shownName() const
{
    const auto shown = std::ranges::find(cards_, current_, [](const Card& card) { return card.item.key; });
    return QStringList{shown->item.chart->title(), shown->item.chart->caption()}.join(QStringLiteral(" · "));
}

void ChartDeck::copyImage() const
{
    for (const Card& card : cards_)
        if (card.item.key == current_)
            QGuiApplication::clipboard()->setImage(card.item.chart->image());
}

Result<int> ChartDeck::saveAll(const QString& folder) const
{
    for (const Card& card : cards_)
        if (const Status saved =
                card.item.chart->savePng(freeFile(folder, fileNameOf(card) + QStringLiteral(".png")));
            !saved)
            return tl::unexpected(saved.error());
    return int(cards_.size());
}

TablePanel* ChartDeck::shownTable() const
{
    for (const Card& card : cards_)
        if (card.table && stack_->currentWidget() == card.table)
            return card.table;
    return nullptr;
}

const ChartWidget* ChartDeck::shownChart() const
{
    const auto card = std::ranges::find(cards_, current_, [](const Card& one) { return one.item.key; });
    return card == cards_.end() || shownTable() ? nullptr : card->item.chart;
}

void ChartDeck::setBarred(const QString& key, const QString& why)
{
    barred_ = why.isEmpty() ? QString() : key;
    QPushButton* button = selector_->button(key);
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
    showChosen();
}

void ChartDeck::showChosen()
{
    const auto shown = std::ranges::find_if(cards_, [this](const Card& card) {
        return chosen_ == barred_ ? card.item.key != barred_ : card.item.key == chosen_;
    });
    if (shown == cards_.end())
        return;
    selector_->setCurrent(shown->item.key);
    show(shown->item.key);
}

void ChartDeck::show(const QString& key)
{
    for (const Card& card : cards_) {
        if (card.item.key != key)
            continue;
        asTable_->setVisible(toolsShown_ && card.table != nullptr);
        const bool table = card.table && asTable_->isChecked();
        image_->setVisible(toolsShown_ && !table);
        stack_->setCurrentWidget(table ? static_cast<QWidget*>(card.table) : card.frame);
        const bool changed = current_ != key;
        current_ = key;
        if (changed)
            Q_EMIT currentChanged(key);
        return;
    }
}

void ChartDeck::saveImage()
{
    const auto shown = std::ranges::find(cards_, current_, [](const Card& card) { return card.item.key; });
    dialogs_.saveFile(this, tr("Save the chart as an image"), fileNameOf(*shown) + QStringLiteral(".png"),
                      tr("Image (*.png);;Vector image (*.svg)"), [this, key = current_](const QString& file) {
                          for (const Card& card : cards_) {
                              if (card.item.key != key)
                                  continue;
                              const bool vector = file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
                              const Status status =
                                  vector ? card.item.chart->saveSvg(file) : card.item.chart->savePng(file);
                              if (status)
                                  Q_EMIT imageSaved(file);
                              else
                                  Q_EMIT imageFailed(status.error().text());
                          }
                      });
}

void ChartDeck::selectDriver(const QString& driver)
{
    for (const Card& card : cards_) {
        card.item.chart->setSelectedDriver(driver);
        if (card.table)
            card.table->view()->selectDriver(driver);
    }
}

} // namespace parcferme
