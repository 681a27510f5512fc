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
        int leastWidth = 300; // of the chart beside the table, in pixels at normal text size
        QSet<QString> givenUp =
            {}; // columns that it leaves no room for; NOLINT(readability-redundant-member-init)
    };
    // charts: those of the deck. givenUp: columns that are left out where there is no room, the first first;
    // givenUpWhenNarrow: those left out in a narrow window.
    TableAndCharts(const QString& name, TablePanel* table, ChartDeck* deck, const std::vector<View>& charts,
                   const QStringList& givenUp, const QStringList& givenUpWhenNarrow, Preferences& preferences,
                   QWidget* parent = nullptr);

    void setNarrow(bool narrow);
    TablePanel* currentTable() const;
    void fitTable(); // it has other columns now
    // Columns that have nothing to show, and a chart of which that is so with the reason; empty: all have.
    void setBarred(const QSet<QString>& columns, const QString& chart, const QString& why);
    // What begins the line of tools that is at the left, whatever shows; the first before the selector of a
    // narrow window, the others after it. They are the page's, which may take them away again.
    void setLead(const QList<QWidget*>& lead);
    // Stands across both, below their tools, as long as it is not hidden.
    void setAcross(QWidget* line);

Q_SIGNALS:
    void arranged(); // the table or the chart came, went or changed its size

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    void placeLead();
    void placeAcross();
    const View& currentChart() const;
    void restoreSplitter();
    void keepSplitter();

    QString name_;
    TablePanel* table_;
    ChartDeck* deck_;
    std::vector<View> charts_;
    QStringList givenUp_, givenUpWhenNarrow_;
    QSet<QString> barred_; // columns
    Preferences& preferences_;
    SegmentBar* views_;
    QList<QWidget*> lead_;
    QSplitter* splitter_;
    QWidget* across_ = nullptr;
    bool narrow_ = false;
};

} // namespace parcferme
