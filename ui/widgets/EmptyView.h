#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace parcferme {

// What a page shows where it has nothing: an icon, a head line, a sentence and the buttons that help.
class EmptyView : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyView(QWidget* parent = nullptr);

    struct Action
    {
        QString key; // sent by chosen()
        QString text;
        QString icon;
        bool primary = false;
    };
    void show(const QString& icon, const QString& head, const QString& sentence,
              const std::vector<Action>& actions);
    QString head() const;
    QPushButton* button(const QString& key) const;

Q_SIGNALS:
    void chosen(const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawIcon();

    QString icon_;
    QLabel* picture_;
    QLabel* head_;
    QLabel* sentence_;
    QHBoxLayout* actions_;
    std::vector<QPushButton*> buttons_;
};

} // namespace parcferme
