#pragma once

#include "tracker/Views.h"
#include "ui/session/Command.h"

#include <QCoreApplication>

namespace parcferme {

// What a page says where it has nothing to show, and the buttons that help.
struct EmptyState
{
    struct Offer
    {
        Command command;
        QString text;
        QString icon; // name of theme/Icons.h
        bool primary = false;
    };

    QString icon;
    QString head;
    QString sentence;
    std::vector<Offer> offers;
};

class EmptyWords
{
    Q_DECLARE_TR_FUNCTIONS(parcferme::EmptyWords)
public:
    static EmptyState prediction(const RaceDetails& race, const SourceStatus& status, const QDateTime& now);
    static EmptyState result(const RaceDetails& race, const QDateTime& now, bool hidden);
    static EmptyState metrics(const RaceDetails& race, const QDateTime& now, bool predicted, bool hidden);
    static EmptyState loading();
    static EmptyState loadingRecord();
    static EmptyState noField();          // nobody is known who could be ordered
    static EmptyState nothingToCompare(); // neither picks nor prediction
    static EmptyState noPicksJudged();    // of the user, in a race that has a result

private:
    static EmptyState hiddenResult();
    static EmptyState beforeWindow(const RaceDetails& race, const SourceStatus& status, const QDateTime& now);
    static EmptyState offline(const SourceStatus& status);
};

} // namespace parcferme
