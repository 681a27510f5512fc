#include "export/CsvWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <unistd.h>

namespace parcferme {

namespace {

QString quoted(QString text, QChar separator)
{
    const bool needed = text.contains(separator) || text.contains(QLatin1Char('"')) ||
                        text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    if (!needed)
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString cellText(const QVariant& cell, CsvFlavour flavour)
{
    QString text = neutralisedText(cell);
    if (flavour == CsvFlavour::ExcelWithCommas && isNumber(cell))
        text.replace(QLatin1Char('.'), QLatin1Char(','));
    return text;
}

// The errno of a file that did not reach the disk; 0 too where there is no disk behind it.
int syncError(int file)
{
    return ::fsync(file) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

// A disk that fills up takes a part of the bytes first; only the next call says why it takes no more.
bool writeAll(QSaveFile& file, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const qint64 wrote = file.write(bytes.constData() + done, bytes.size() - done);
        if (wrote <= 0)
            return false;
        done += wrote;
    }
    return file.flush();
}

tl::unexpected<Error> notWritten(const QString& path, const QString& reason)
{
    const QString message = QCoreApplication::translate("CsvWriter", "\"%1\" could not be written: %2.")
                                .arg(QDir::toNativeSeparators(path), reason);
    const QString advice =
        QFileInfo::exists(path)
            ? QCoreApplication::translate("CsvWriter", "The file that was there before is unchanged.")
            : QCoreApplication::translate("CsvWriter", "Nothing was written.");
    return fail(ErrorCode::Io, message, advice);
}

} // namespace

QByteArray csvText(const Table& table, CsvFlavour flavour)
{
    const QChar separator = flavour == CsvFlavour::Standard ? QLatin1Char(',') : QLatin1Char(';');
    QString text;
    if (flavour != CsvFlavour::Standard)
        text.append(QChar::ByteOrderMark);
    QStringList fields;
    for (const TableColumn& column : table.columns)
        fields.append(quoted(neutralisedText(column.key), separator));
    text += fields.join(separator) + QLatin1String("\r\n");
    for (const QVariantList& row : table.rows) {
        fields.clear();
        for (const QVariant& cell : row)
            fields.append(quoted(cellText(cell, flavour), separator));
        text += fields.join(separator) + QLatin1String("\r\n");
    }
    return text.toUtf8();
}

Status writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(path, file.errorString());
    // commit() does not notice when the last of it could not be flushed, or did not reach the disk.
    const bool flushed = writeAll(file, bytes);
    const int notKept = flushed ? syncError(file.handle()) : 0;
    if (!flushed || notKept != 0) {
        const QString reason = flushed ? qt_error_string(notKept) : file.errorString();
        file.cancelWriting();
        return notWritten(path, reason);
    }
    if (!file.commit())
        return notWritten(path, file.errorString());
    return {};
}

Status writeCsv(const QString& path, const Table& table, CsvFlavour flavour)
{
    return writeFile(path, csvText(table, flavour));
}

} // namespace parcferme
