#pragma once

#include "domain/Columns.h"

namespace parcferme {

// How a kind of record stands in its ledger: tables, columns, and the words for what can be wrong with it.
// There are two ledgers of one mechanism: predictions and picks.
template <typename Record>
struct LedgerRecord;

template <>
struct LedgerRecord<Prediction>
{
    using Entry = PredictionEntry;
    static constexpr auto Table = "predictions";
    static constexpr auto EntryTable = "prediction_entries";
    static constexpr auto Owner = "prediction_id"; // of an entry
    static constexpr auto Place = "predicted_position";
    static constexpr auto InSnapshot = "prediction"; // the columns
    static constexpr auto OrderInSnapshot = "";      // the forecast there says more
    static constexpr int Newest = NewestFormat;

    static std::span<const Column<Prediction>> columns() { return predictionColumns(); }
    static std::span<const Column<Entry>> entryColumns() { return parcferme::entryColumns(); }
    static int place(const Entry& entry) { return entry.predictedPosition; }

    static QString misfit(qint64 id, const QString& why);
    static QString notThere(qint64 id);
    static QString withoutDrivers();
    static QString notItsSnapshot();
    static QString notInOrder();
    static QString entriesOfNone();
};

template <>
struct LedgerRecord<Pick>
{
    using Entry = PickEntry;
    static constexpr auto Table = "picks";
    static constexpr auto EntryTable = "pick_entries";
    static constexpr auto Owner = "pick_id";
    static constexpr auto Place = "position";
    static constexpr auto InSnapshot = "pick";
    static constexpr auto OrderInSnapshot = "order"; // the entries once more, so that a changed one is named
    static constexpr int Newest = NewestPickFormat;

    static std::span<const Column<Pick>> columns() { return pickColumns(); }
    static std::span<const Column<Entry>> entryColumns() { return pickEntryColumns(); }
    static int place(const Entry& entry) { return entry.position; }

    static QString misfit(qint64 id, const QString& why);
    static QString notThere(qint64 id);
    static QString withoutDrivers();
    static QString notItsSnapshot();
    static QString notInOrder();
    static QString entriesOfNone();
};

} // namespace parcferme
