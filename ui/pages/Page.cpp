#include "ui/pages/Page.h"

#include "ui/pages/ChartDeck.h"
#include "ui/table/TablePanel.h"
#include "ui/widgets/EmptyView.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace parcferme {

Page::Page(const PageContext& context)
    : context_(context), layout_(new QVBoxLayout(this)), stack_(new QStackedLayout),
      empty_(new EmptyView(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
    layout_->addLayout(stack_, 1);
    stack_->addWidget(empty_);
    connect(stack_, &QStackedLayout::currentChanged, this, &Page::emptyChanged);
}

bool Page::isEmpty() const
{
    return stack_->currentWidget() == empty_;
}

std::vector<TablePanel*> Page::printedTables() const
{
    TablePanel* table = currentTable();
    return table ? std::vector{table} : std::vector<TablePanel*>();
}

std::vector<ChartDeck*> Page::allCharts() const
{
    ChartDeck* deck = charts();
    return deck ? std::vector{deck} : std::vector<ChartDeck*>();
}

QAction* Page::actionOf(Command command) const
{
    return context_.action(command);
}

void Page::setTools(QWidget* tools)
{
    layout_->insertWidget(0, tools);
}

void Page::setContent(QWidget* content)
{
    stack_->addWidget(content);
}

void Page::showContent()
{
    stack_->setCurrentIndex(1);
}

void Page::showEmpty(const EmptyState& state)
{
    std::vector<EmptyView::Button> buttons;
    for (const EmptyState::Offer& offer : state.offers)
        buttons.push_back({actionOf(offer.command), offer.text, offer.icon, offer.primary});
    empty_->show(state.icon, state.head, state.sentence, buttons);
    stack_->setCurrentWidget(empty_);
}

void Page::watch(TablePanel* panel)
{
    connect(panel->view(), &TableView::driverSelected, this, &Page::driverSelected);
    connect(panel, &TablePanel::exported, this, &Page::exported);
    connect(panel, &TablePanel::exportFailed, this,
            [this](const Error& error) { Q_EMIT exportFailed(error.text()); });
}

void Page::watch(ChartDeck* deck)
{
    connect(deck, &ChartDeck::driverSelected, this, &Page::driverSelected);
    connect(deck, &ChartDeck::imageSaved, this, &Page::exported);
    connect(deck, &ChartDeck::imageFailed, this, &Page::exportFailed);
}

} // namespace parcferme
