#include "ui/pages/TitleOddsPane.h"

#include "ui/table/TablePanel.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace parcferme {

namespace {

QLabel* words(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the table decides on the width
    return label;
}

} // namespace

TitleOddsPane::TitleOddsPane(Preferences& preferences, FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent), verdict_(words({}))
{
    setObjectName(QStringLiteral("titleOddsPane"));
    verdict_->setObjectName(QStringLiteral("titleOddsVerdict"));
    auto* head = words(tr("How good are the odds?"));
    head->setFont(strongFont(font()));
    table_ =
        new TablePanel({QStringLiteral("title-odds"), tr("Title odds"), QStringLiteral("title-odds"), -1},
                       &model_, preferences, dialogs);
    auto* foot = words(tr(
        "Title odds and final points as they would have been said after rounds 1, 5, 10 and 15 of each "
        "season "
        "that is over, from what was known then, computed here in 2,000 simulations. Beside them what anyone "
        "could say: everybody goes on at the rate of this season, or of his last ten races. The model was "
        "chosen on seasons up to 2021."));
    foot->setFont(labelFont(font()));
    foot->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(head);
    layout->addWidget(verdict_);
    layout->addWidget(table_, 1);
    layout->addWidget(foot);
    connect(table_, &TablePanel::exported, this, &TitleOddsPane::exported);
    connect(table_, &TablePanel::exportFailed, this,
            [this](const Error& error) { Q_EMIT exportFailed(error.text()); });
}

void TitleOddsPane::show(const OddsReview& review)
{
    const std::vector<OddsSummary> all = summaries(review);
    model_.show(all);
    verdict_->setText(oddsVerdict(all));
    verdict_->setVisible(!verdict_->text().isEmpty());
}

} // namespace parcferme
