-- Orders of people, locked into a ledger of their own by the rules of the predictions', judged like them, and what is
-- not locked yet.

CREATE TABLE picks (
    id INTEGER PRIMARY KEY CHECK (id >= 1),
    race_id INTEGER NOT NULL REFERENCES races (id),
    session TEXT NOT NULL CHECK (session IN ('race', 'sprint')),
    player TEXT NOT NULL CHECK (player <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('live', 'late')),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    winner_chance REAL CHECK (winner_chance BETWEEN 0 AND 1), -- of the first of the order
    format INTEGER NOT NULL CHECK (format >= 1),
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
    previous_hash TEXT NOT NULL UNIQUE CHECK (length(previous_hash) = 64 AND previous_hash NOT GLOB '*[^0-9a-f]*'),
    hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    UNIQUE (race_id, session, player, kind)
) STRICT;
CREATE INDEX picks_by_hash ON picks (hash);

CREATE TABLE pick_entries (
    id INTEGER PRIMARY KEY CHECK (id = pick_id * 1000 + position),
    pick_id INTEGER NOT NULL REFERENCES picks (id),
    driver TEXT NOT NULL CHECK (driver <> ''),
    team TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 999),
    UNIQUE (pick_id, driver)
) STRICT;

CREATE TABLE pick_metrics (
    id INTEGER PRIMARY KEY,
    race_id INTEGER NOT NULL REFERENCES races (id),
    pick_id INTEGER NOT NULL REFERENCES picks (id),
    result_revision INTEGER NOT NULL CHECK (result_revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    starters INTEGER NOT NULL CHECK (starters >= 1),
    position_mae REAL NOT NULL CHECK (position_mae >= 0),
    position_mae_classified REAL CHECK (position_mae_classified >= 0),
    winner_correct INTEGER NOT NULL CHECK (winner_correct IN (0, 1)),
    podium_accuracy REAL NOT NULL CHECK (podium_accuracy BETWEEN 0 AND 1),
    podium_exact_order REAL NOT NULL CHECK (podium_exact_order BETWEEN 0 AND 1),
    points_overlap REAL NOT NULL CHECK (points_overlap BETWEEN 0 AND 1),
    spearman REAL CHECK (spearman BETWEEN -1.000001 AND 1.000001),
    kendall REAL CHECK (kendall BETWEEN -1.000001 AND 1.000001),
    win_brier REAL CHECK (win_brier BETWEEN 0 AND 1), -- this and the next: where a chance of the winner was given
    winner_log_loss REAL CHECK (winner_log_loss >= 0),
    concordance REAL NOT NULL CHECK (concordance BETWEEN 0 AND 1),
    league_points INTEGER NOT NULL CHECK (league_points BETWEEN 0 AND 29),
    baselines TEXT NOT NULL CHECK (json_valid(baselines)),
    drivers TEXT NOT NULL CHECK (json_valid(drivers)),
    UNIQUE (pick_id, result_revision)
) STRICT;
CREATE INDEX pick_metrics_by_race ON pick_metrics (race_id);

CREATE TABLE pick_drafts (
    race_id INTEGER NOT NULL REFERENCES races (id),
    session TEXT NOT NULL CHECK (session IN ('race', 'sprint')),
    player TEXT NOT NULL CHECK (player <> ''),
    places TEXT NOT NULL CHECK (json_valid(places)), -- an array of drivers; an empty text for an empty place
    winner_chance REAL CHECK (winner_chance BETWEEN 0 AND 1),
    saved_at TEXT NOT NULL CHECK (saved_at IS strftime('%Y-%m-%dT%H:%M:%SZ', saved_at)),
    PRIMARY KEY (race_id, session, player)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER picks_no_update BEFORE UPDATE ON picks
BEGIN SELECT RAISE(ABORT, 'a locked pick is never changed'); END;
CREATE TRIGGER picks_no_delete BEFORE DELETE ON picks
BEGIN SELECT RAISE(ABORT, 'a locked pick is never deleted'); END;
CREATE TRIGGER picks_append_only BEFORE INSERT ON picks
BEGIN
    SELECT RAISE(ABORT, 'the player already has a pick of this kind for the session')
    WHERE EXISTS (SELECT 1 FROM picks WHERE race_id = NEW.race_id AND session = NEW.session
                  AND player = NEW.player AND kind = NEW.kind);
    SELECT RAISE(ABORT, 'a pick follows the newest one of the ledger')
    WHERE NEW.id <> coalesce((SELECT max(id) FROM picks), 0) + 1
        OR NEW.previous_hash <> coalesce((SELECT hash FROM picks ORDER BY id DESC LIMIT 1), printf('%064d', 0));
END;

CREATE TRIGGER pick_entries_no_update BEFORE UPDATE ON pick_entries
BEGIN SELECT RAISE(ABORT, 'an entry of a locked pick is never changed'); END;
CREATE TRIGGER pick_entries_no_delete BEFORE DELETE ON pick_entries
BEGIN SELECT RAISE(ABORT, 'an entry of a locked pick is never deleted'); END;
CREATE TRIGGER pick_entries_append_only BEFORE INSERT ON pick_entries
BEGIN
    SELECT RAISE(ABORT, 'entries belong to the newest pick')
    WHERE NEW.pick_id <> (SELECT max(id) FROM picks);
    SELECT RAISE(ABORT, 'the pick already has this entry')
    WHERE EXISTS (SELECT 1 FROM pick_entries WHERE id = NEW.id OR (pick_id = NEW.pick_id AND driver = NEW.driver));
END;

CREATE TRIGGER pick_metrics_no_update BEFORE UPDATE ON pick_metrics
BEGIN SELECT RAISE(ABORT, 'scores of a pick are never changed'); END;
CREATE TRIGGER pick_metrics_no_delete BEFORE DELETE ON pick_metrics
BEGIN SELECT RAISE(ABORT, 'scores of a pick are never deleted'); END;
CREATE TRIGGER pick_metrics_append_only BEFORE INSERT ON pick_metrics
BEGIN
    SELECT RAISE(ABORT, 'scores of a pick are never changed')
    WHERE EXISTS (SELECT 1 FROM pick_metrics
                  WHERE id = NEW.id OR (pick_id = NEW.pick_id AND result_revision = NEW.result_revision));
    SELECT RAISE(ABORT, 'scores are of the race that was picked')
    WHERE NEW.race_id <> (SELECT race_id FROM picks WHERE id = NEW.pick_id);
END;
