#pragma once

#include "core/Error.h"
#include "look/Tokens.h"
#include "picture/SharePicture.h"

#include <QImage>

namespace parcferme {

QImage pictureImage(const SharePicture& picture, const Tokens& theme, double scale = 1);

// PNG or SVG, by the file's ending, with the accessible text as its description; whole or not at all.
// Errors: Usage for another ending, Io.
Status savePicture(const QString& path, const SharePicture& picture, const Tokens& theme);

} // namespace parcferme
