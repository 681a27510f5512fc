#pragma once

#include "HttpClient.h"
#include "service/Service.h"
#include "store/Database.h"
#include "store/HistoryUpdate.h"
#include "support/TestDatabase.h"

#include <QTemporaryDir>
#include <QThread>
#include <QTimeZone>

namespace parcferme {

// The machine's clock, so far away that the program believes in the given moment.
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(const QDateTime& now) : shift_(QDateTime::currentDateTimeUtc().msecsTo(now)) {}
    QDateTime now() const override { return QDateTime::currentDateTimeUtc().addMSecs(shift_); }

private:
    qint64 shift_;
};

// A service over a fresh database with the bundled history, on a thread of its own, so that a test can wait
// for its answers. It is June 2026: later races of that season have not begun.
class ServiceHost
{
public:
    explicit ServiceHost(const QUrl& source, ServiceOptions options = {})
        : clock(QDateTime(QDate(2026, 6, 1), QTime(12, 0), QTimeZone::utc()))
    {
        settings.apiUrl = source;
        settings.cacheFolder = folder.filePath(QStringLiteral("cache"));
        settings.database = place.location();
        const auto database = Database::open(settings.database);
        if (!database || !HistoryUpdate(**database).mergeIfNewer(QStringLiteral(PARCFERME_HISTORY)))
            qFatal("The database cannot be made.");
        options.port = 0;
        home_.moveToThread(&thread_);
        thread_.start();
        QMetaObject::invokeMethod(
            &home_,
            [&] {
                service_ = new Service(settings, options, clock);
                if (const auto started = service_->start(); !started)
                    qFatal("%s", qPrintable(started.error().text()));
                port = static_cast<quint16>(service_->url().port());
            },
            Qt::BlockingQueuedConnection);
    }

    ~ServiceHost()
    {
        QMetaObject::invokeMethod(&home_, [this] { delete service_; }, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }

    HttpClient::Reply get(const QByteArray& target, const QByteArray& headers = {}) const
    {
        return HttpClient(port).get(target, headers);
    }
    HttpClient::Reply post(const QByteArray& target, const QByteArray& headers = {}) const
    {
        return HttpClient(port).post(target, headers);
    }

    // The key of a race, asked for as a client would.
    QByteArray idOf(int year, int round) const
    {
        for (const QJsonValue race : get("/races?year=" + QByteArray::number(year)).json().array())
            if (race[QLatin1StringView("round")].toInt() == round)
                return QByteArray::number(race[QLatin1StringView("id")].toInt());
        return {};
    }

    test::TestDatabase place;
    QTemporaryDir folder;
    ShiftedClock clock;
    Settings settings;
    quint16 port = 0;

private:
    QThread thread_;
    QObject home_;
    Service* service_ = nullptr;
};

} // namespace parcferme
