// Preloaded into a program, lets its Nth change of a file in a folder fail, as a full or broken disk would:
//   FAIL_FOLDER  the folder whose files fail
//   FAIL_AT      which call fails, from 1; 0: none
//   FAIL_ERRNO   what it fails with; after ENOSPC all later writes fail too, EIO comes once
//   FAIL_COUNT   a file that gets the number of calls when the program ends

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::atomic<long> calls = 0;

long numberFrom(const char* name)
{
    const char* text = std::getenv(name);
    return text ? std::atol(text) : 0;
}

bool isWatched(int file)
{
    static const char* const folder = std::getenv("FAIL_FOLDER");
    if (!folder)
        return false;
    char link[64];
    char path[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path);
    const std::size_t wanted = std::strlen(folder);
    return length > static_cast<ssize_t>(wanted) && std::memcmp(path, folder, wanted) == 0;
}

// Whether this call is to fail; errno is set then.
bool fails(int file, bool grows)
{
    static const long at = numberFrom("FAIL_AT");
    static const int error = static_cast<int>(numberFrom("FAIL_ERRNO"));
    if (!isWatched(file))
        return false;
    const long call = ++calls;
    if (at == 0 || call < at || (call > at && !(error == ENOSPC && grows)))
        return false;
    errno = error;
    return true;
}

template <typename Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

struct Counter
{
    ~Counter()
    {
        const char* name = std::getenv("FAIL_COUNT");
        std::FILE* file = name ? std::fopen(name, "w") : nullptr;
        if (!file)
            return;
        std::fprintf(file, "%ld\n", calls.load());
        std::fclose(file);
    }
} counter;

} // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size)
{
    static const auto real = next<decltype(&::write)>("write");
    return fails(file, true) ? -1 : real(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at)
{
    static const auto real = next<decltype(&::pwrite)>("pwrite");
    return fails(file, true) ? -1 : real(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    static const auto real = next<decltype(&::pwrite64)>("pwrite64");
    return fails(file, true) ? -1 : real(file, bytes, size, at);
}

int fsync(int file)
{
    static const auto real = next<decltype(&::fsync)>("fsync");
    return fails(file, false) ? -1 : real(file);
}

int fdatasync(int file)
{
    static const auto real = next<decltype(&::fdatasync)>("fdatasync");
    return fails(file, false) ? -1 : real(file);
}

int ftruncate(int file, off_t size)
{
    static const auto real = next<decltype(&::ftruncate)>("ftruncate");
    return fails(file, true) ? -1 : real(file, size);
}

int ftruncate64(int file, off64_t size)
{
    static const auto real = next<decltype(&::ftruncate64)>("ftruncate64");
    return fails(file, true) ? -1 : real(file, size);
}
}
