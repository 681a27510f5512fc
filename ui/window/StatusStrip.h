#pragma once

#include "tracker/Views.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace parcferme {

class ElidedLabel;

// The line at the foot of the window: network, age of the data, requests left, the database where it is
// shared; progress and Cancel while work runs; attribution.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    // cancel: what its button triggers.
    explicit StatusStrip(QAction* cancel, QWidget* parent = nullptr);

    void setStatus(const SourceStatus& status, const QDateTime& now);
    void startWork(const QString& title);
    void setProgress(int done, int total, const QString& what);
    void endWork();
    void setNarrow(bool narrow);
    QString networkText() const;
    QString ageText() const;      // of the data; empty: does not show
    QString workText() const;     // empty: none runs
    QString requestsText() const; // of the budget; empty: does not show
    QString sharedText() const;   // the database that others use too; empty: it is a file

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showNetwork();
    void showShared();
    void showWork();
    QLabel* label();

    SourceStatus status_;
    QString title_; // of the work that runs
    QString step_;  // what it is at, and how far
    QElapsedTimer sinceStep_;
    QTimer seconds_;
    QLabel* picture_;
    QLabel* network_;
    QLabel* age_;
    QLabel* requests_;
    QLabel* clock_;
    ElidedLabel* shared_;
    bool narrow_ = false;
    QLabel* work_;
    QProgressBar* progress_;
    QPushButton* cancel_;
    QLabel* attribution_;
};

} // namespace parcferme
