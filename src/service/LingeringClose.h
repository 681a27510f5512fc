#pragma once

#include <QObject>

namespace parcferme {

// The end of a connection whose client may still be sending. A socket that is closed over bytes that nobody
// has read resets the connection, and the client loses the answer that was on its way to it: here the
// sending side ends, and what still comes is thrown away until the client ends too or has had its time.
class LingeringClose final : public QObject
{
public:
    // Takes a descriptor of its own of this socket, where the client has not ended yet; -1 where there is
    // nothing to wait for. Any thread.
    static int hold(int socket);

    // Owns what hold() took. Deletes itself.
    LingeringClose(int held, QObject* parent);
    ~LingeringClose() override;

private:
    void discard();

    int socket_;
};

} // namespace parcferme
