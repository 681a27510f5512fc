#pragma once

#include "tracker/Views.h"
#include "ui/widgets/EmptyView.h"

#include <QCoreApplication>

namespace parcferme {

// What an empty page says, and the buttons that help. Keys of the buttons: preview, predict, connect,
// syncSeason, syncResults, reveal, showRetrospective, backtest.
struct EmptyState
{
    QString icon;
    QString head;
    QString sentence;
    std::vector<EmptyView::Action> actions;
};

class EmptyWords
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::EmptyWords)
public:
    static EmptyState prediction(const RacePage& page, const SourceStatus& status);
    static EmptyState result(const RacePage& page, const QDateTime& now, bool hidden);
    static EmptyState metrics(const RacePage& page, const QDateTime& now, bool predicted, bool hidden);
    static EmptyState loading();

private:
    static EmptyState hiddenResult();
    static EmptyState beforeWindow(const RacePage& page, const SourceStatus& status);
    static EmptyState offline(const SourceStatus& status);
};

} // namespace parcferme
