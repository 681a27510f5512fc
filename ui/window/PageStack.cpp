#include "ui/window/PageStack.h"

#include "ui/base/Turns.h"
#include "ui/theme/Icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace parcferme {

PageStack::PageStack(const PageContext& context, QWidget* parent)
    : QWidget(parent), context_(context), tabLine_(new QWidget(this)), tabs_(new QTabBar),
      stack_(new QStackedWidget(this)), pages_(pageTable().size()), outdated_(pageTable().size())
{
    tabs_->setObjectName(QStringLiteral("pageTabs"));
    tabs_->setAccessibleName(tr("Pages"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    for (const PageEntry& entry : pageTable()) {
        if (entry.ofRace)
            tabs_->addTab(entry.shownTitle());
        stack_->addWidget(new QWidget); // until the page is made
    }
    page(pageTable().front().id);
    Turns::later(this, [this] { makeNext(); });
    auto* tabLine = new QHBoxLayout(tabLine_);
    tabLine->setContentsMargins(12, 0, 12, 0);
    tabLine->addWidget(tabs_);
    tabLine->addStretch(1);
    tabLine->addWidget(shareButton(context.action(Command::SharePicture)));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabLine_);
    layout->addWidget(stack_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, &PageStack::bringToFront);
}

QPushButton* PageStack::shareButton(QAction* share)
{
    auto* button = new QPushButton(tr("Share picture…"));
    button->setObjectName(QStringLiteral("shareButton"));
    button->setIcon(icon(QStringLiteral("share")));
    button->setEnabled(share->isEnabled());
    connect(button, &QPushButton::clicked, share, &QAction::trigger);
    connect(share, &QAction::enabledChanged, button, &QWidget::setEnabled);
    return button;
}

void PageStack::connectPage(size_t place)
{
    const Page* page = pages_[place];
    connect(page, &Page::driverSelected, this, &PageStack::driverSelected);
    connect(page, &Page::emptyChanged, this, [this, page] {
        if (page == current())
            Q_EMIT currentChanged();
    });
    connect(page, &Page::exported, this, &PageStack::exported);
    connect(page, &Page::exportFailed, this, &PageStack::exportFailed);
    connect(page, &Page::outdated, this, [this, place] {
        outdated_[place] = true;
        refreshSoon();
    });
    connect(page, &Page::frontWanted, this, [this, place] {
        outdated_[place] = false;
        Turns::later(this, [this, place] { show(pageTable()[place].id); });
    });
}

Page* PageStack::page(PageId id)
{
    const int place = placeOf(id);
    Page*& page = pages_[size_t(place)];
    if (page)
        return page;
    page = pageTable()[size_t(place)].make(context_);
    QWidget* none = stack_->widget(place);
    stack_->insertWidget(place, page);
    stack_->removeWidget(none);
    delete none;
    connectPage(size_t(place));
    if (narrow_)
        page->setNarrow(*narrow_);
    return page;
}

void PageStack::makeNext()
{
    const auto missing = std::find(pages_.begin(), pages_.end(), nullptr);
    if (missing == pages_.end())
        return;
    page(pageTable()[size_t(missing - pages_.begin())].id);
    Turns::later(this, [this] { makeNext(); });
}

Page* PageStack::current() const
{
    return pages_[size_t(stack_->currentIndex())];
}

const PageEntry& PageStack::currentEntry() const
{
    return pageTable()[size_t(stack_->currentIndex())];
}

void PageStack::show(PageId id)
{
    const int place = placeOf(id);
    if (!pageTable()[size_t(place)].ofRace || tabs_->currentIndex() == place)
        bringToFront(place);
    else
        tabs_->setCurrentIndex(place); // which brings it to the front
}

void PageStack::showTab()
{
    if (!currentEntry().ofRace)
        bringToFront(tabs_->currentIndex());
}

QString PageStack::tabKey() const
{
    return QString::fromLatin1(pageTable()[size_t(tabs_->currentIndex())].key);
}

void PageStack::showKey(const QString& key)
{
    show(pageTable()[size_t(std::max(0, placeOfKey(key)))].id);
}

void PageStack::bringToFront(int place)
{
    paintLater();
    page(pageTable()[size_t(place)].id);
    tabLine_->setVisible(pageTable()[size_t(place)].ofRace);
    stack_->setCurrentIndex(place);
    refreshCurrent();
    current()->comesToFront();
    Q_EMIT currentChanged();
}

void PageStack::refreshAll()
{
    outdated_.assign(outdated_.size(), true);
    refreshSoon();
}

void PageStack::refreshEmpty()
{
    for (size_t place = 0; place < pages_.size(); ++place)
        outdated_[place] = outdated_[place] || !pages_[place] || pages_[place]->isEmpty();
    if (current()->isEmpty())
        refreshSoon();
}

// In a turn of its own, since several changes may come together; and painted in the turn after that.
void PageStack::refreshSoon()
{
    if (std::exchange(refreshAsked_, true))
        return;
    Turns::later(this, [this] {
        refreshAsked_ = false;
        paintLater();
        refreshCurrent();
    });
}

void PageStack::paintLater()
{
    stack_->setUpdatesEnabled(false);
    Turns::later(this, [this] { stack_->setUpdatesEnabled(true); });
}

void PageStack::refreshCurrent()
{
    const auto place = size_t(stack_->currentIndex());
    if (!outdated_[place])
        return;
    outdated_[place] = false;
    pages_[place]->refresh();
    pages_[place]->selectDriver(driver_);
}

void PageStack::setNotice(QWidget* notice)
{
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, notice);
}

void PageStack::setNarrow(bool narrow)
{
    narrow_ = narrow;
    for (Page* page : pages_)
        if (page)
            page->setNarrow(narrow);
}

void PageStack::selectDriver(const QString& driver)
{
    driver_ = driver;
    for (Page* page : pages_)
        if (page)
            page->selectDriver(driver);
}

} // namespace parcferme
