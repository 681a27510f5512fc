#include "tracker/LedgerProof.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"

#include <QRegularExpression>

namespace parcferme {

namespace {

constexpr qsizetype LargestProof = 4096;

} // namespace

QByteArray proofText(const LedgerProof& proof)
{
    return QStringLiteral("Parc Fermé ledger proof\nlength: %1\nhead: %2\ntime: %3\nprogram: %4\n")
        .arg(proof.length)
        .arg(QString::fromLatin1(proof.head), toIso(proof.time), proof.program)
        .toUtf8();
}

Result<LedgerProof> parseProof(const QByteArray& text)
{
    // An editor may have changed line ends or added an empty line; nothing else is forgiven.
    static const QRegularExpression form(
        QStringLiteral("\\A\\x{feff}?Parc Fermé ledger proof\\r?\\nlength: (\\d{1,9})\\r?\\n"
                       "head: ([0-9a-f]{64})\\r?\\ntime: ([0-9TZ:-]+)\\r?\\nprogram: ([^\\r\\n]*)\\s*\\z"));
    const auto match =
        text.size() > LargestProof ? QRegularExpressionMatch() : form.match(QString::fromUtf8(text));
    const auto time = timeFromIso(match.captured(3));
    if (!match.hasMatch() || !time)
        return fail(ErrorCode::Data, Sentence::tr("This is not a ledger proof, or it is damaged."),
                    Sentence::tr("A proof has five lines: its title, length, head, time and program."));
    return LedgerProof{match.captured(1).toInt(), match.captured(2).toLatin1(), *time, match.captured(4)};
}

} // namespace parcferme
