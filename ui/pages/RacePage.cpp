#include "ui/pages/RacePage.h"

#include "ui/pages/TableAndCharts.h"
#include "ui/session/WindowModel.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/SegmentBar.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <array>

namespace parcferme {

namespace {

struct Choice
{
    PlayerView view;
    QLatin1StringView key;
};
constexpr std::array Choices{Choice{PlayerView::Model, QLatin1StringView("model")},
                             Choice{PlayerView::Mine, QLatin1StringView("mine")},
                             Choice{PlayerView::Compare, QLatin1StringView("compare")}};

} // namespace

RacePage::RacePage(const PageContext& context)
    : Page(context), line_(new QWidget), switch_(new SegmentBar(tr("Whose order")))
{
    switch_->setObjectName(QStringLiteral("players"));
    const QString titles[] = {tr("Model"), tr("Mine"), tr("Compare")};
    std::vector<SegmentBar::Item> items;
    for (size_t i = 0; i < Choices.size(); ++i)
        items.push_back({QString(Choices[i].key), titles[i]});
    switch_->setItems(items);
    switch_->button(QString(Choices[1].key))->setIcon(icon(QStringLiteral("person")));
    auto* line = new QHBoxLayout(line_);
    line->setContentsMargins(12, 8, 12, 0);
    line->addWidget(switch_);
    line->addStretch(1);
    setTools(line_);
    connect(switch_, &SegmentBar::chosen, this, [this](const QString& key) {
        for (const Choice& choice : Choices)
            if (choice.key == key)
                windowModel().setPlayers(choice.view);
    });
}

PlayerView RacePage::players() const
{
    return windowModel().players();
}

void RacePage::showChoice()
{
    for (const Choice& choice : Choices)
        if (choice.view == players())
            switch_->setCurrent(QString(choice.key));
}

void RacePage::leave()
{
    if (TableAndCharts* before = std::exchange(leading_, nullptr))
        before->setLead({});
}

void RacePage::beginTools(TableAndCharts* content, const QList<QWidget*>& further)
{
    showChoice();
    line_->hide();
    if (leading_ != content)
        leave();
    leading_ = content;
    content->setLead(QList<QWidget*>{switch_} + further);
    switch_->show();
}

void RacePage::beginTools(QHBoxLayout* tools)
{
    showChoice();
    line_->hide();
    leave();
    if (tools->indexOf(switch_) != 0)
        tools->insertWidget(0, switch_);
    switch_->show();
}

void RacePage::beginEmpty(const EmptyState& state)
{
    showChoice();
    leave();
    auto* line = static_cast<QHBoxLayout*>(line_->layout());
    if (line->indexOf(switch_) != 0)
        line->insertWidget(0, switch_);
    line_->show();
    showEmpty(state);
}

} // namespace parcferme
