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

QString lineOf(const VouchedPrediction& prediction)
{
    return QStringLiteral("prediction: %1 %2 %3\n")
        .arg(prediction.id)
        .arg(QString::fromLatin1(prediction.hash), voucherWords(prediction.voucher));
}

// What follows the first five lines: nothing but lines of predictions.
bool arePredictions(const QString& rest)
{
    static const QRegularExpression line(
        QStringLiteral("\\Aprediction: \\d{1,9} [0-9a-f]{64} "
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
    for (const VouchedPrediction& prediction : proof.predictions)
        text += lineOf(prediction);
    return text.toUtf8();
}

Result<LedgerProof> parseProof(const QByteArray& text)
{
    // An editor may have changed line ends or added an empty line; nothing else is forgiven.
    static const QRegularExpression form(QStringLiteral(
        "\\A\\x{feff}?Parc Fermé ledger proof\\r?\\nlength: (\\d{1,9})\\r?\\n"
        "head: ([0-9a-f]{64})\\r?\\ntime: ([0-9TZ:-]+)\\r?\\nprogram: ([^\\r\\n]*)\\r?(\\n|\\z)"));
    const QString read = text.size() > LargestProof ? QString() : QString::fromUtf8(text);
    const auto match = form.match(read);
    const auto time = timeFromIso(match.captured(3));
    if (!match.hasMatch() || !time || !arePredictions(read.mid(match.capturedEnd())))
        return fail(
            ErrorCode::Data, Sentence::tr("This is not a ledger proof, or it is damaged."),
            Sentence::tr("A proof begins with five lines: its title, length, head, time and program."));
    return LedgerProof{match.captured(1).toInt(), match.captured(2).toLatin1(), *time, match.captured(4), {}};
}

} // namespace parcferme
