#pragma once

#include "look/Tokens.h"

#include <QFont>
#include <QPainter>

#include <vector>

namespace parcferme {

// Text of fixed sizes on a picture, whatever fonts there are: a line that is too long is elided, words are
// wrapped. What is placed can be measured first.
class Canvas
{
public:
    struct Type
    {
        int size = 20; // pixels
        bool bold = false;
        bool fixed = false; // digits below each other
    };
    struct Run
    {
        QString text;
        Type type;
        QColor colour;
    };

    Canvas(QPainter& painter, const Tokens& theme);

    QPainter& painter() { return painter_; }
    const Tokens& theme() const { return theme_; }

    static double widthOf(const QString& text, Type type);
    static double heightOf(Type type);
    static QString shortened(const QString& text, Type type, double room); // in its middle

    // One line whose middle is at `middle`, in the room to the right of `x`, or to the left of it.
    void line(double x, double middle, double room, const Run& run, Qt::AlignmentFlag side = Qt::AlignLeft);
    // Runs after each other, wrapped at words into `room`; answers the height. `draws` false: measured only.
    double flow(double x, double top, double room, const std::vector<Run>& runs, bool draws = true);

private:
    static QFont fontOf(Type type);

    QPainter& painter_;
    const Tokens& theme_;
};

} // namespace parcferme
