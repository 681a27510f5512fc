#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

// Numbers and times as people read them: digits of the locale (QLocale(), the default one), a real minus
// sign, an en dash for what does not exist. Never used for CSV or JSON.
namespace parcferme::format {

QString missing(); // en dash

QString number(double value, int decimals);
QString number(const std::optional<double>& value, int decimals);
QString number(const std::optional<int>& value);
QString signedNumber(double value, int decimals);    // +0.32, −0.25
QString percent(double share);                       // 0.466 -> 46.6; under 0.05 % -> <0.1
QString percent(const std::optional<double>& share); // a rate: 0.608 -> 60.8
QString full(double value);                          // every digit: for tooltips

QString raceTime(double seconds);                    // 1:27:05
QString officialTime(double seconds);                // 1:26:07.469
QString gap(double seconds);                         // +14.1
QString officialGap(double seconds);                 // +12.594
QString laps(int behind);                            // +1 lap, +2 laps
QString places(double difference, int decimals = 0); // ▲ 8, ▼ 3, 0
QString range(int low, int high);                    // 3–14

QString day(const QDate& date);             // Sun 19 Jul 2026
QString utcMoment(const QDateTime& moment); // Sun 19 Jul 2026, 13:00 UTC: for who may be anywhere

QString timeLeft(qint64 seconds); // "6 d", "1 d 4 h", "2 h 10", "40 min"; under a minute "1 min"

} // namespace parcferme::format
