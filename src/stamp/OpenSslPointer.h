#pragma once

#include <memory>

namespace parcferme {

// Frees what OpenSSL handed out: OpenSslPointer<X509, X509_free>.
template <auto Free>
struct OpenSslFree
{
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
template <typename T, auto Free>
using OpenSslPointer = std::unique_ptr<T, OpenSslFree<Free>>;

} // namespace parcferme
