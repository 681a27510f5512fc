#pragma once

#include "ui/theme/Theme.h"

#include <QIcon>

namespace parcferme {

// One of the program's line icons ("lock", "sync" ...; resources/icons), drawn in a colour of the theme of
// the moment, so that it follows a change of the theme by itself. A disabled icon is drawn in `muted`.
QIcon icon(const QString& name, QColor Tokens::* colour = &Tokens::text);

// The icon as a picture, for delegates and painted widgets. `size` in device independent pixels.
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, double devicePixelRatio);

} // namespace parcferme
