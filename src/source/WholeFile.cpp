#include "source/WholeFile.h"

#include "core/Sentence.h"

#include <QDir>
#include <QFile>
#include <QTemporaryFile>

#include <cstdio>

namespace parcferme {

Status writeWholeFile(const QString& path, const QByteArray& content)
{
    QTemporaryFile part(path + QStringLiteral(".XXXXXX.part"));
    const bool written = part.open() && part.write(content) == content.size() && part.flush() &&
                         part.error() == QFile::NoError;
    if (!written)
        return fail(ErrorCode::Io, Sentence::tr("%1 could not be written: %2.")
                                       .arg(QDir::toNativeSeparators(path), part.errorString()));
    // QFile::rename refuses to replace a file; the system's rename does it in one step.
    if (std::rename(QFile::encodeName(part.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        return fail(ErrorCode::Io,
                    Sentence::tr("%1 could not be replaced.").arg(QDir::toNativeSeparators(path)));
    part.setAutoRemove(false);
    return {};
}

Result<QByteArray> readWholeFile(const QString& path, qint64 longest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, Sentence::tr("%1 could not be read: %2.")
                                       .arg(QDir::toNativeSeparators(path), file.errorString()));
    if (file.size() > longest)
        return fail(ErrorCode::Io, Sentence::tr("%1 is too large.").arg(QDir::toNativeSeparators(path)));
    return file.readAll();
}

} // namespace parcferme
