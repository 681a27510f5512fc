#include "ui/pages/RecordTools.h"

#include "tables/Glossary.h"
#include "tables/Names.h"
#include "tracker/Snapshot.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/SegmentBar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace parcferme {

namespace {

constexpr QLatin1StringView Retrospective("retrospective");
constexpr QLatin1StringView Live("live");
constexpr QLatin1StringView Backtest("backtest");

std::optional<int> chosen(const QComboBox* box, int role)
{
    const QVariant value = box->currentData(role);
    return value.isValid() ? std::optional(value.toInt()) : std::nullopt;
}

} // namespace

RecordTools::RecordTools(QAction* runBacktest, QAction* exportTable)
{
    kinds_ = new SegmentBar(tr("Which predictions"));
    kinds_->setObjectName(QStringLiteral("recordKinds"));
    kinds_->setItems({{QString(Retrospective), tr("Retrospective")},
                      {QString(Live), tr("Live")},
                      {QString(Backtest), tr("Backtest")}});
    kinds_->button(Backtest)->hide();
    setSegment(kinds_->button(Live), Segment::Last);
    choices_ = new FlowLayout(8, 8);
    choices_->addWidget(kinds_);
    seasons_ = addSelector(QStringLiteral("recordSeasons"), tr("Seasons"), tr("Seasons of the record"));
    stage_ = addSelector(QStringLiteral("recordStage"), tr("Stage"), tr("Stage of the record"));
    stagePair_ = ofStored_.back();
    stage_->addItem(tr("All"));
    for (const Stage stage : {Stage::Grid, Stage::Qualifying, Stage::Nothing})
        stage_->addItem(stageName(toPredictorStage(stage)), int(stage));
    stagePair_->setToolTip(wordMeaning(Word::Stage)); // of box and word
    session_ = addSelector(QStringLiteral("recordSession"), tr("Sessions"), tr("Sessions of the record"));
    session_->addItem(tr("Grands Prix"), int(Session::Race));
    session_->addItem(tr("Sprints"), int(Session::Sprint));
    session_->setToolTip(tr("Sprints are never mixed with Grands Prix"));
    ofBacktest_ = new QLabel;
    ofBacktest_->setObjectName(QStringLiteral("backtestSpan"));
    ofBacktest_->setTextFormat(Qt::PlainText);
    ofBacktest_->setForegroundRole(QPalette::PlaceholderText);
    ofBacktest_->setMinimumHeight(kinds_->sizeHint().height()); // on one line with the segments
    ofBacktest_->hide();
    choices_->addWidget(ofBacktest_);
    auto* run = new QPushButton(tr("Run bac&ktest…"));
    run->setIcon(icon(QStringLiteral("play")));
    run->setObjectName(QStringLiteral("runBacktest"));
    run_ = run;
    auto* csv = new QPushButton(tr("CSV"));
    csv->setIcon(icon(QStringLiteral("download")));
    csv->setToolTip(tr("Export the table that shows as CSV (Ctrl+E)"));
    buttons_ = new QWidget(this);
    auto* line = new QHBoxLayout(buttons_);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(run);
    line->addWidget(csv);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addLayout(choices_, 1);
    connect(kinds_, &SegmentBar::chosen, this, [this] {
        updateSelectors();
        Q_EMIT kindChosen();
    });
    for (const QComboBox* box : {seasons_, stage_, session_})
        connect(box, &QComboBox::currentIndexChanged, this, &RecordTools::scopeChanged);
    connect(run, &QPushButton::clicked, runBacktest, &QAction::trigger);
    connect(csv, &QPushButton::clicked, exportTable, &QAction::trigger);
}

QComboBox* RecordTools::addSelector(const QString& name, const QString& label, const QString& accessibleName)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* words = new QLabel(label);
    words->setTextFormat(Qt::PlainText);
    words->setForegroundRole(QPalette::PlaceholderText);
    auto* pair = new QWidget; // the word stays beside its box when the line breaks
    auto* layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(words);
    layout->addWidget(box);
    choices_->addWidget(pair);
    ofStored_.push_back(pair);
    return box;
}

RecordTools::Kind RecordTools::kind() const
{
    const QString key = kinds_->current();
    return key == Backtest ? Kind::Backtest : key == Live ? Kind::Live : Kind::Retrospective;
}

void RecordTools::setKind(Kind kind)
{
    kinds_->setCurrent(kind == Kind::Backtest ? Backtest : kind == Kind::Live ? Live : Retrospective);
    updateSelectors();
}

QString RecordTools::kindKey() const
{
    return kinds_->current();
}

QString RecordTools::words() const
{
    if (mine_)
        return tr("Track record: mine, %1").arg(session_->currentText());
    const QString kind = kinds_->currentText();
    if (this->kind() == Kind::Backtest)
        return tr("Track record: %1 (%2)").arg(kind, ofBacktest_->text());
    return tr("Track record: %1, %2, stage %3").arg(kind, session_->currentText(), stage_->currentText());
}

RecordScope RecordTools::scope() const
{
    RecordScope scope;
    scope.from = chosen(seasons_, Qt::UserRole);
    scope.to = chosen(seasons_, Qt::UserRole + 1);
    if (const auto stage = chosen(stage_, Qt::UserRole))
        scope.stage = Stage(*stage);
    scope.session = Session(chosen(session_, Qt::UserRole).value_or(int(Session::Race)));
    return scope;
}

bool RecordTools::isNarrowed() const
{
    return seasons_->currentIndex() > 0 || stage_->currentIndex() > 0 || session_->currentIndex() > 0;
}

void RecordTools::setSeasons(const std::vector<int>& years)
{
    const QSignalBlocker blocker(seasons_);
    const QString before = seasons_->currentText();
    seasons_->clear();
    const auto add = [this](const QString& text, int from, int to) {
        seasons_->addItem(text);
        seasons_->setItemData(seasons_->count() - 1, from, Qt::UserRole);
        seasons_->setItemData(seasons_->count() - 1, to, Qt::UserRole + 1);
    };
    seasons_->addItem(tr("All"));
    if (years.empty())
        return;
    seasons_->setItemData(0, years.back(), Qt::UserRole);
    seasons_->setItemData(0, years.front(), Qt::UserRole + 1);
    if (years.size() > 5)
        add(tr("%1 to %2").arg(years[4]).arg(years.front()), years[4], years.front());
    for (const int year : years)
        add(QString::number(year), year, year);
    seasons_->setCurrentIndex(std::max(0, seasons_->findText(before)));
}

void RecordTools::setCounts(int retrospective, int live)
{
    kinds_->setText(Retrospective, tr("Retrospective, %1").arg(tr("%n races", nullptr, retrospective)));
    kinds_->setText(Live, tr("Live, %1").arg(tr("%n races", nullptr, live)));
}

void RecordTools::setBacktest(const QString& span, int races)
{
    kinds_->button(Backtest)->show();
    setBacktestRaces(races);
    ofBacktest_->setText(span);
    setSegment(kinds_->button(Live), Segment::Middle);
}

void RecordTools::setMine(bool mine)
{
    mine_ = mine;
    updateSelectors();
}

void RecordTools::setBacktestRaces(int races)
{
    kinds_->setText(Backtest, tr("Backtest, %1").arg(tr("%n races", nullptr, races)));
}

void RecordTools::updateSelectors()
{
    const bool backtest = kind() == Kind::Backtest && !mine_;
    kinds_->setVisible(!mine_);
    run_->setVisible(!mine_);
    for (QWidget* widget : ofStored_)
        widget->setVisible(!backtest && !(mine_ && widget == stagePair_));
    ofBacktest_->setVisible(backtest);
}

} // namespace parcferme
