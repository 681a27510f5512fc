#pragma once

#include <QHash>
#include <QWidget>

namespace parcferme {

// A bold lead followed by plain words, wrapped as one paragraph per line break. Plain text only: nothing in
// it is ever read as markup.
class LeadText : public QWidget
{
    Q_OBJECT
public:
    explicit LeadText(QWidget* parent = nullptr);

    void setText(const QString& lead, const QString& words);
    QString text() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    double layOut(QPainter* painter, double width) const;

    QString lead_;
    QString words_;
    mutable QHash<int, int> heights_; // by width: layouts ask many times for the same
};

} // namespace parcferme
