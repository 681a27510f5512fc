#include "tracker/LedgerProof.h"

#include "core/Sentence.h"
#include "core/UtcTime.h"

#include <QRegularExpression>

namespace parcferme {

namespace {

constexpr qsizetype LargestProof = 1024 * 1024;

QString voucherWords(const std::optional<Voucher>& voucher)
{
    return voucher ? QStringLiteral("%1 %2 %3")
                         .arg(voucher->beforeStart ? QStringLiteral("before-start")
                                                   : QStringLiteral("after-start"),
                              toIso(voucher->time), voucher->authority)
                   : QStringLiteral("unvouched");
}

template <typename Vouched>
QString lineOf(const char* what, const Vouched& record)
{
    return QStringLiteral("%1: %2 %3 %4\n")
        .arg(QLatin1StringView(what))
        .arg(record.id)
        .arg(QString::fromLatin1(record.hash), voucherWords(record.voucher));
}

// What follows the heads: nothing but lines of records.
bool areRecords(const QString& rest)
{
    static const QRegularExpression line(
        QStringLiteral("\\A(prediction|pick): \\d{1,9} [0-9a-f]{64} "
                       "(unvouched|(before|after)-start [0-9TZ:-]+ [^\\r\\n]*)\\r?\\z"));
    QStringList lines = rest.split(u'\n');
    while (!lines.isEmpty() && (lines.last().isEmpty() || lines.last() == QStringLiteral("\r")))
        lines.removeLast();
    return std::all_of(lines.begin(), lines.end(),
                       [](const QString& text) { return line.match(text).hasMatch(); });
}

} // namespace

QByteArray proofText(const LedgerProof& proof)
{
    QString text = QStringLiteral("Parc Fermé ledger proof\nlength: %1\nhead: %2\ntime: %3\nprogram: %4\n")
                       .arg(proof.length)
                       .arg(QString::fromLatin1(proof.head), toIso(proof.time), proof.program);
    if (proof.picks)
        text += QStringLiteral("picks: %1\npicks-head: %2\n")
                    .arg(*proof.picks)
                    .arg(QString::fromLatin1(proof.picksHead));
    for (const VouchedPrediction& prediction : proof.predictions)
        text += lineOf("prediction", prediction);
    for (const VouchedPick& pick : proof.vouchedPicks)
        text += lineOf("pick", pick);
    return text.toUtf8();
}

Result<LedgerProof> parseProof(const QByteArray& text)
{
    // An editor may have changed line ends or added an empty line; nothing else is forgiven.
    static const QRegularExpression form(QStringLiteral(
        "\\A\\x{feff}?Parc Fermé ledger proof\\r?\\nlength: (\\d{1,9})\\r?\\n"
        "head: ([0-9a-f]{64})\\r?\\ntime: ([0-9TZ:-]+)\\r?\\nprogram: ([^\\r\\n]*)\\r?(?:\\n|\\z)"
        "(?:picks: (\\d{1,9})\\r?\\npicks-head: ([0-9a-f]{64})\\r?(?:\\n|\\z))?"));
    const QString read = text.size() > LargestProof ? QString() : QString::fromUtf8(text);
    const auto match = form.match(read);
    const auto time = timeFromIso(match.captured(3));
    if (!match.hasMatch() || !time || !areRecords(read.mid(match.capturedEnd())))
        return fail(
            ErrorCode::Data, Sentence::tr("This is not a ledger proof, or it is damaged."),
            Sentence::tr("A proof begins with five lines: its title, length, head, time and program."));
    LedgerProof proof{match.captured(1).toInt(), match.captured(2).toLatin1(), *time, match.captured(4)};
    if (match.hasCaptured(5)) {
        proof.picks = match.captured(5).toInt();
        proof.picksHead = match.captured(6).toLatin1();
    }
    return proof;
}

} // namespace parcferme
