#pragma once

#include <QWidget>

class QStackedLayout;
class QVBoxLayout;

namespace parcferme {

class ChartDeck;
class EmptyView;
class Session;
class TablePanel;
struct EmptyState;

// A page of the window: what it shows comes from the session; where there is nothing, an empty view says why.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(Session& session, QWidget* parent = nullptr);

    virtual void refresh() = 0;
    virtual void setNarrow(bool narrow) = 0;
    virtual void selectDriver(const QString& driver) = 0;
    // The table that export, copy and find mean now; null when none shows.
    virtual TablePanel* currentTable() const = 0;
    virtual ChartDeck* charts() const { return nullptr; }
    bool isEmpty() const;
    EmptyView* emptyView() const { return empty_; }

Q_SIGNALS:
    void driverSelected(const QString& driver);
    void actionChosen(const QString& key); // keys of EmptyWords
    void exported(const QString& file);
    void exportFailed(const QString& message);

protected:
    Session& session() const { return session_; }
    void setTools(QWidget* tools);     // above content and empty view alike
    void setContent(QWidget* content); // once
    void showContent();
    void showEmpty(const EmptyState& state);
    void watch(TablePanel* panel);
    void watch(ChartDeck* deck);

private:
    Session& session_;
    QVBoxLayout* layout_;
    QStackedLayout* stack_;
    EmptyView* empty_;
};

} // namespace parcferme
