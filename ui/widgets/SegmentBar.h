#pragma once

#include <QWidget>

class QButtonGroup;
class QPushButton;

namespace parcferme {

// Joined buttons of which one is chosen; arrow keys move along them.
class SegmentBar : public QWidget
{
    Q_OBJECT
public:
    struct Item
    {
        QString key;
        QString text;
    };
    explicit SegmentBar(const QString& accessibleName, QWidget* parent = nullptr);

    void setItems(const std::vector<Item>& items); // chooses the first
    void setText(const QString& key, const QString& text);
    void setCurrent(const QString& key); // without chosen()
    QString current() const;
    QString currentText() const;
    QPushButton* button(const QString& key) const;

Q_SIGNALS:
    void chosen(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QButtonGroup* group_;
    std::vector<QPushButton*> buttons_;
};

} // namespace parcferme
