#pragma once

#include <QWidget>

class QAction;
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

    struct Button
    {
        QAction* action; // that it triggers; its object name is the button's too
        QString text;
        QString icon;
        bool primary = false;
    };
    void show(const QString& icon, const QString& head, const QString& sentence,
              const std::vector<Button>& buttons);
    QString head() const;
    QPushButton* button(const QString& name) const; // null: there is none

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawIcon();

    QString icon_;
    QLabel* picture_;
    QLabel* head_;
    QLabel* sentence_;
    QHBoxLayout* buttonLine_;
    std::vector<QPushButton*> buttons_;
};

} // namespace parcferme
