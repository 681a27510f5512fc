#include "support/SourceServer.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

// The data source of the load test: prints its address, and has another result every second.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    parcferme::SourceServer source;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&source] { ++source.version; });
    timer.start(1000);
    std::puts(source.url.toString().toUtf8().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
