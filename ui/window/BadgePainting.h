#pragma once

#include <QColor>
#include <QFont>
#include <QPen>
#include <QStringList>

class QWidget;

namespace parcferme {

// A badge beside the title: icons and a word, on a ground or in an outline.
struct BadgeLook
{
    QStringList icons;
    QString text;
    QColor ink;
    QPen outline = QPen(Qt::NoPen);
    QColor ground = {}; // invalid: none; NOLINT(readability-redundant-member-init)
};

QSize badgeSize(const QWidget& widget, const BadgeLook& look);
void paintBadge(QWidget& widget, const BadgeLook& look);

} // namespace parcferme
