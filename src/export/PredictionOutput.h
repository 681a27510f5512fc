#pragma once

#include "export/Table.h"
#include "tracker/Views.h"

#include <QJsonObject>

namespace parcferme {

// The prediction object of command line and API (DESIGN section 9). A preview has null id and hash and the
// status "preview".
QJsonObject predictionJson(const ForecastView& view, const std::optional<Weather>& weather = {});

// Adds to an object who vouches for its prediction: vouched_by and vouched_at (null for nobody),
// vouched_before_start.
void addVoucher(QJsonObject& object, const std::optional<Voucher>& voucher);
// The same for people: "vouched for by X: it existed on 2026-06-06T17:13:00Z, before the start".
QString voucherText(const Voucher& voucher);

// One row per driver, by predicted position; columns as in the database.
Table predictionTable(const ForecastView& view);

// What each input moves a driver by, against the mean of the field; the parts add up to `against_field`.
// Null object / empty table when the driver is not in the forecast.
QJsonObject explainJson(const ForecastView& view, const QString& driver);
Table explainTable(const ForecastView& view, const QString& driver);

// Ids and names both, for programs: behind each column "driver", "other" or "team" its name.
Table withIdsAndNames(Table table, const People& people);
// The same table with names for people in its `driver` and `team` columns.
Table withNames(Table table, const People& people);

} // namespace parcferme
