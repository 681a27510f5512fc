#pragma once

#include <QByteArray>
#include <QString>

namespace parcferme {

// Writes one manual page of section 1. Text is plain: what roff would read as a command is escaped, and so is
// all beyond ASCII, so that a page reads the same in every locale.
class RoffPage
{
public:
    RoffPage(const QString& program, const QString& summary);

    void synopsis(const QString& program, const QString& rest);
    void section(const QString& title);
    void subsection(const QString& title);
    void paragraph(const QString& text);
    // Paragraphs parted by empty lines; those whose lines are all indented stay as they are.
    void paragraphs(const QString& text);
    void literal(const QString& text);
    // A term and what it means; `value` is what the user fills in.
    void entry(const QString& term, const QString& value, const QString& text);

    QByteArray text() const { return text_; }

private:
    void request(const QByteArray& line) { text_ += line + '\n'; }

    QByteArray text_;
};

} // namespace parcferme
