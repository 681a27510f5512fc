#include "picture/SharePicture.h"

#include "picture/PictureWords.h"

namespace parcferme {

namespace {

QString rowText(const SharePicture& picture, const SharePicture::Row& row)
{
    QStringList parts;
    for (std::size_t i = 0; i < row.chances.size(); ++i)
        parts << picture.chanceHeads.value(static_cast<qsizetype>(i)) + QLatin1Char(' ') +
                     row.chances[i].text;
    const QString name = QStringLiteral("%1 %2").arg(row.place).arg(row.driver);
    return parts.isEmpty() ? name : name + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

QString orderText(const SharePicture& picture, const QString& head,
                  const std::vector<SharePicture::Row>& rows)
{
    QStringList names;
    for (const SharePicture::Row& row : rows)
        names << rowText(picture, row);
    return head + QStringLiteral(": ") + names.join(QStringLiteral(", "));
}

QString joined(const QStringList& parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(QLatin1Char(' ')).replace(QStringLiteral(" ,"), QStringLiteral(","));
}

} // namespace

QString shortDigits(const QByteArray& hash)
{
    const QString digits = QString::fromLatin1(hash.left(12));
    return QStringLiteral("%1 %2 %3").arg(digits.mid(0, 4), digits.mid(4, 4), digits.mid(8, 4));
}

QString accessibleText(const SharePicture& picture)
{
    QStringList lines{picture.title + QStringLiteral(" – ") + picture.badge, picture.place};
    if (picture.body == SharePicture::Body::Chances) {
        for (const SharePicture::Row& row : picture.told)
            lines << rowText(picture, row);
    } else {
        lines << orderText(picture, picture.toldHead, picture.told);
        lines << orderText(picture, picture.becameHead, picture.became);
    }
    if (!picture.fellOut.isEmpty())
        lines << joined({picture.fellOutHead, picture.fellOut.join(QStringLiteral(", "))});
    lines << joined({picture.figure, picture.unit, picture.caption});
    lines << joined({picture.comparison.strong, picture.comparison.text});
    for (const SharePicture::Check& check : picture.checks)
        lines << joined({check.strong, check.text});
    std::vector<SharePicture::Fact> facts = picture.facts;
    facts.push_back(picture.made);
    for (const SharePicture::Fact& fact : facts)
        lines << (fact.label.isEmpty() ? QString() : fact.label + QStringLiteral(": ")) +
                     joined({fact.strong, fact.text});
    lines << picture.stamp;
    if (!picture.hash.isEmpty())
        lines << PictureWords::hashLine(picture.hash) << picture.howToCheck;
    lines << picture.program + QStringLiteral(" – ") + picture.promise << picture.source;
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace parcferme
