#include "manual/RoffPage.h"

#include "core/Version.h"

#include <QStringList>

#include <algorithm>

namespace parcferme {

namespace {

QByteArray escaped(const QString& text)
{
    QByteArray roff;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\\')
            roff += "\\e";
        else if (c == U'-') // a minus that can be copied into a shell, and not a hyphen
            roff += "\\-";
        else if (c == U'\'')
            roff += "\\(aq";
        else if (c < 128)
            roff += static_cast<char>(c);
        else
            roff +=
                "\\[u" + QByteArray::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, '0') + ']';
    }
    return roff;
}

// A line of running text: a point at its start would be a request.
QByteArray textLine(const QString& line)
{
    const QByteArray roff = escaped(line);
    return (roff.startsWith('.') ? "\\&" + roff : roff) + '\n';
}

QByteArray quoted(const QString& text)
{
    return '"' + escaped(text).replace('"', "\\(dq") + '"';
}

} // namespace

RoffPage::RoffPage(const QString& program, const QString& summary)
{
    request(".\\\" Made from the programs' own words; not to be edited.");
    request(".TH " + quoted(program.toUpper()) + " 1 \"\" " +
            quoted(QStringLiteral("Parc Fermé " PARCFERME_VERSION)) + " \"User Commands\"");
    section(QStringLiteral("NAME"));
    text_ += escaped(program) + " \\- " + textLine(summary);
}

void RoffPage::synopsis(const QString& program, const QString& rest)
{
    section(QStringLiteral("SYNOPSIS"));
    text_ += "\\fB" + escaped(program) + "\\fR \\fI" + escaped(rest) + "\\fR\n";
}

void RoffPage::section(const QString& title)
{
    request(".SH " + quoted(title));
}

void RoffPage::subsection(const QString& title)
{
    request(".SS " + quoted(title));
}

void RoffPage::paragraph(const QString& text)
{
    request(".PP");
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        text_ += textLine(line.trimmed());
}

void RoffPage::paragraphs(const QString& text)
{
    for (const QString& part : text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
        const QStringList lines = part.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const bool indented = std::all_of(lines.begin(), lines.end(), [](const QString& line) {
            return line.startsWith(QLatin1Char(' '));
        });
        if (indented)
            literal(part);
        else
            paragraph(part);
    }
}

void RoffPage::literal(const QString& text)
{
    request(".PP");
    request(".nf");
    for (const QString& line : text.split(QLatin1Char('\n')))
        text_ += textLine(line); // empty ones too: they part one file from the next
    request(".fi");
}

void RoffPage::entry(const QString& term, const QString& value, const QString& text)
{
    request(".TP");
    text_ += "\\fB" + escaped(term) + "\\fR";
    if (!value.isEmpty())
        text_ += " \\fI" + escaped(value) + "\\fR";
    text_ += '\n' + textLine(text);
}

} // namespace parcferme
