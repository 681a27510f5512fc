#pragma once

namespace parcferme {

// What a page offers to do. The window has a QAction for each, which its button triggers.
enum class Command {
    Predict,
    Preview,
    SyncResults,
    SyncSeason,
    Refresh,
    Reveal,
    EnterGrid,
    Backtest,
    ExportTable,
    SharePicture,
    ShowRetrospective, // on the track record itself
    ShowEarlierRound,  // on the season page itself
};

} // namespace parcferme
