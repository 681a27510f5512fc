#include "ui/window/StatusStrip.h"

#include "core/Settings.h"
#include "tables/Format.h"
#include "tables/TableModel.h"
#include "ui/session/RaceWords.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Style.h"
#include "ui/theme/Theme.h"
#include "ui/window/ElidedLabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace parcferme {

namespace {

struct Network
{
    QString words;
    QString icon;
    QColor Tokens::* colour;
};

Network networkOf(SourceStatus::Reach reach)
{
    switch (reach) {
    case SourceStatus::Reach::Online:
        return {StatusStrip::tr("Online"), QStringLiteral("online"), &Tokens::success};
    case SourceStatus::Reach::OutOfReach:
        return {StatusStrip::tr("Source out of reach"), QStringLiteral("error"), &Tokens::danger};
    case SourceStatus::Reach::Offline:
        return {StatusStrip::tr("Offline"), QStringLiteral("offline"), &Tokens::warning};
    case SourceStatus::Reach::Unknown:
        break;
    }
    return {StatusStrip::tr("Not connected yet"), QStringLiteral("offline"), &Tokens::muted};
}

template <typename Label>
Label* muted(Label* label)
{
    label->setTextFormat(Qt::PlainText);
    label->setFont(labelFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

StatusStrip::StatusStrip(QAction* cancel, QWidget* parent)
    : QWidget(parent), picture_(label()), network_(label()), age_(label()), requests_(label()),
      clock_(label()), shared_(new ElidedLabel(this)), work_(label()), progress_(new QProgressBar(this)),
      cancel_(new QPushButton(tr("Cancel"), this)), attribution_(label())
{
    setObjectName(QStringLiteral("statusStrip"));
    network_->setObjectName(QStringLiteral("networkState"));
    progress_->setTextVisible(false);
    progress_->setFixedWidth(160);
    progress_->setFixedHeight(8);
    progress_->setAccessibleName(tr("Progress of the work that runs"));
    cancel_->setObjectName(QStringLiteral("cancelWork"));
    cancel_->setToolTip(tr("Stop the work that runs; what is done stays (Esc)"));
    attribution_->setText(tr("Race facts from F1DB, CC BY 4.0"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 2, 12, 2);
    layout->setSpacing(6);
    layout->addWidget(picture_);
    layout->addWidget(network_);
    shared_->setObjectName(QStringLiteral("sharedDatabase"));
    shared_->setMinimumWidth(shared_->fontMetrics().averageCharWidth() * 12);
    muted(shared_);
    for (QLabel* fact : std::initializer_list<QLabel*>{age_, requests_, clock_, shared_}) {
        fact->setContentsMargins(12, 0, 0, 0);
        fact->hide();
        layout->addWidget(fact);
    }
    layout->addStretch(1);
    layout->addWidget(work_);
    layout->addWidget(progress_);
    layout->addWidget(cancel_);
    layout->addSpacing(12);
    layout->addWidget(attribution_);
    setMinimumHeight(scaledHeight(fontMetrics(), 26));
    connect(cancel_, &QPushButton::clicked, cancel, &QAction::trigger);
    seconds_.setInterval(1000);
    connect(&seconds_, &QTimer::timeout, this, &StatusStrip::showWork);
    endWork();
    showNetwork();
}

QLabel* StatusStrip::label()
{
    return muted(new QLabel(this));
}

void StatusStrip::setStatus(const SourceStatus& status, const QDateTime& now)
{
    status_ = status;
    showNetwork();
    if (status.dataFrom)
        age_->setText(tr("Data %1 old").arg(format::timeLeft(status.dataFrom->secsTo(now))));
    else if (status.historyUntil)
        age_->setText(
            tr("Bundled data to %1").arg(QLocale().toString(status.historyUntil->date(), tr("d MMM yyyy"))));
    age_->setVisible(!age_->text().isEmpty());
    requests_->setVisible(status.requestsLeft.has_value());
    if (status.requestsLeft)
        requests_->setText(tr("%1 of %n requests left this hour", nullptr, status.requestsPerHour)
                               .arg(*status.requestsLeft));
    clock_->setVisible(status.clockOffSeconds.has_value());
    if (status.clockOffSeconds) {
        clock_->setText(tr("This machine's clock is off by %1")
                            .arg(RaceWords::duration(qAbs(*status.clockOffSeconds), true)));
        clock_->setToolTip(tr("Compared with the clock of the data source."));
    }
    const QString database = tr("Database: %1").arg(withoutPassword(status.database));
    network_->setToolTip(plainToolTip(database));
    shared_->setMeaning(database + u'\n' +
                        tr("It is shared: others who open it see and add to the same ledger."));
    showShared();
}

// A person must know that it is not a file of his own.
void StatusStrip::showShared()
{
    const QUrl address(status_.database);
    const bool isShared = address.scheme().startsWith(QLatin1StringView("postgres"));
    const QString name = address.path(QUrl::FullyDecoded).mid(1);
    shared_->setText(!isShared ? QString()
                     : narrow_ ? tr("Shared: “%1”").arg(name)
                               : tr("Shared database “%1”").arg(name));
    shared_->setVisible(isShared);
}

void StatusStrip::showNetwork()
{
    const Network network = networkOf(status_.reach);
    const QColor colour = tokens(this).*network.colour;
    network_->setText(network.words);
    const bool alarming =
        status_.reach == SourceStatus::Reach::OutOfReach || status_.reach == SourceStatus::Reach::Offline;
    QPalette palette;
    if (alarming)
        palette.setColor(QPalette::PlaceholderText, colour);
    network_->setPalette(palette);
    picture_->setPixmap(iconPixmap(network.icon, colour, std::max(14, network_->fontMetrics().height()),
                                   devicePixelRatioF()));
}

void StatusStrip::startWork(const QString& title)
{
    title_ = title;
    step_ = title;
    sinceStep_.start();
    seconds_.start();
    showWork();
    progress_->setRange(0, 0);
    work_->show();
    progress_->show();
    cancel_->setEnabled(true);
    cancel_->show();
    attribution_->hide();
}

void StatusStrip::setProgress(int done, int total, const QString& what)
{
    progress_->setRange(0, total);
    progress_->setValue(done);
    QString step = what.isEmpty() ? title_ : what;
    if (total > 0)
        step += tr(", %1 of %2").arg(done).arg(total);
    if (step != step_)
        sinceStep_.restart();
    step_ = step;
    showWork();
}

// A server may let one wait: for how long it has, from the first second.
void StatusStrip::showWork()
{
    const auto seconds = sinceStep_.elapsed() / 1000;
    work_->setText(tr("%1 – for %2 s", "what the work is at, and since when").arg(step_).arg(seconds));
}

void StatusStrip::endWork()
{
    seconds_.stop();
    work_->hide();
    progress_->hide();
    cancel_->hide();
    attribution_->show();
}

QString StatusStrip::workText() const
{
    return work_->isHidden() ? QString() : work_->text();
}

void StatusStrip::setNarrow(bool narrow)
{
    narrow_ = narrow;
    showShared();
    attribution_->setText(narrow ? tr("F1DB, CC BY 4.0") : tr("Race facts from F1DB, CC BY 4.0"));
}

QString StatusStrip::ageText() const
{
    return age_->isHidden() ? QString() : age_->text();
}

QString StatusStrip::requestsText() const
{
    return requests_->isHidden() ? QString() : requests_->text();
}

QString StatusStrip::sharedText() const
{
    return shared_->isHidden() ? QString() : shared_->text();
}

QString StatusStrip::networkText() const
{
    return network_->text();
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokens(this).border);
}

void StatusStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && cancel_)
        showNetwork();
}

} // namespace parcferme
