#pragma once

#include <QColor>
#include <QPen>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace parcferme {

struct BadgeLook
{
    QStringList icons;
    QString text;
    QColor ink;
    QPen outline = QPen(Qt::NoPen);
    QColor ground = {};   // invalid: none; NOLINT(readability-redundant-member-init)
    QString meaning = {}; // of the text, for the tooltip; NOLINT(readability-redundant-member-init)
};

// A badge beside the title: icons and a word, on a ground or in an outline. Hidden while it has no look.
class Badge : public QWidget
{
public:
    explicit Badge(QWidget* parent = nullptr);

    // The icons alone, where there is no room: the words are in the tooltip then.
    void setShort(bool isShort);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    virtual std::optional<BadgeLook> look() const = 0;
    void lookChanged(); // to be called when look() has
    void paintEvent(QPaintEvent* event) override;

private:
    QString shownText(const BadgeLook& look) const { return short_ ? QString() : look.text; }

    bool short_ = false;
};

} // namespace parcferme
