#pragma once

#include "tracker/SeasonViews.h"
#include "ui/session/SeasonWords.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace parcferme {

class LeadText;

// "What if a driver wins a race": two boxes for the condition, and the answer in words.
class WhatIfLine : public QWidget
{
    Q_OBJECT
public:
    explicit WhatIfLine(QWidget* parent = nullptr);

    // What can be chosen; the choice stays where it can.
    void setSeason(const SeasonView& view, const std::optional<SeasonCondition>& condition);
    // ifSo: null while it is being counted.
    void setAnswer(const SeasonView& view, const std::optional<SeasonCondition>& condition,
                   const season::Conditional* ifSo);
    QString answer() const;
    void setNarrow(bool narrow); // the answer stands below the boxes

Q_SIGNALS:
    void chosen(const std::optional<parcferme::SeasonCondition>& condition);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose();
    void fillDrivers(const SeasonView& view, const QString& driver);
    void fillEvents(const SeasonView& view, const std::optional<SeasonCondition>& condition);

    bool on_ = false;
    bool narrow_ = false;
    std::vector<SeasonCondition> conditions_; // of the second box, without the driver
    QHBoxLayout* boxes_;
    QHBoxLayout* below_;
    QComboBox* driver_;
    QComboBox* what_;
    QLabel* share_;
    LeadText* answer_;
    QPushButton* clear_;
    QWidget* gap_; // at the end of the boxes when they stand alone
};

} // namespace parcferme
