#include "source/CacheEntry.h"

#include <QCryptographicHash>

namespace {

void readAndWriteBack(const QByteArray& file)
{
    using parcferme::CacheEntry;
    const auto entry = CacheEntry::fromFile(file);
    if (!entry)
        return;
    const auto again = CacheEntry::fromFile(entry->toFile());
    if (!again || again->body != entry->body || again->url != entry->url ||
        again->fetchedAt != entry->fetchedAt || again->lifetime != entry->lifetime)
        __builtin_trap();
}

} // namespace

// As it came, and with a checksum that fits, or nothing behind it would ever be reached.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray content(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    readAndWriteBack(content);
    readAndWriteBack("parcferme cache 1\n" +
                     QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + '\n' + content);
    return 0;
}
