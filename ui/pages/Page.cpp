#include "ui/pages/Page.h"

#include "ui/pages/ChartDeck.h"
#include "ui/pages/EmptyWords.h"
#include "ui/table/TablePanel.h"
#include "ui/widgets/EmptyView.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace parcferme {

Page::Page(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), layout_(new QVBoxLayout(this)), stack_(new QStackedLayout),
      empty_(new EmptyView(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
    layout_->addLayout(stack_, 1);
    stack_->addWidget(empty_);
    connect(empty_, &EmptyView::chosen, this, &Page::actionChosen);
}

bool Page::isEmpty() const
{
    return stack_->currentWidget() == empty_;
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
    empty_->show(state.icon, state.head, state.sentence, state.actions);
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
