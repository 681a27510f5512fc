#pragma once

#include <QSet>
#include <QWidget>

class QSplitter;

namespace parcferme {

class ChartDeck;
class Preferences;
class SegmentBar;
class TablePanel;

// A table beside its charts, with a splitter kept per chart. In a narrow window one of them shows at a time,
// chosen by a selector that stands before the tools.
class TableAndCharts : public QWidget
{
    Q_OBJECT
public:
    struct View
    {
        QString key;
        QString title;
    };
    // charts: those of the deck, for the narrow selector. givenUp: columns that go first when it is narrow.
    TableAndCharts(const QString& name, TablePanel* table, ChartDeck* deck, const std::vector<View>& charts,
                   const QSet<QString>& givenUp, Preferences& preferences, QWidget* parent = nullptr);

    void setNarrow(bool narrow);
    // Columns that this chart leaves no room for.
    void setGivenUpBeside(const QString& chart, const QSet<QString>& columns);
    TablePanel* currentTable() const;

private:
    void arrange();
    void restoreSplitter();
    void keepSplitter();

    QString name_;
    TablePanel* table_;
    ChartDeck* deck_;
    QSet<QString> givenUp_;
    QHash<QString, QSet<QString>> givenUpBeside_;
    Preferences& preferences_;
    SegmentBar* views_;
    QSplitter* splitter_;
    bool narrow_ = false;
};

} // namespace parcferme
