-- Times are UTC text like 2026-06-06T17:12:03Z, dates like 2026-06-07: `x IS strftime(..., x)` holds for such
-- text and for NULL, and for nothing else. Ids of drivers, teams and circuits are the source's.

CREATE TABLE circuits (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name TEXT NOT NULL,
    locality TEXT NOT NULL,
    country TEXT NOT NULL,
    latitude REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
    timezone TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drivers (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    code TEXT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    born TEXT CHECK (born IS strftime('%Y-%m-%d', born)),
    nationality TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE teams (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name TEXT NOT NULL,
    nationality TEXT NOT NULL,
    colour TEXT NOT NULL CHECK (colour = '' OR (length(colour) = 7 AND colour GLOB '#*' AND substr(colour, 2) NOT GLOB '*[^0-9a-f]*'))
) STRICT, WITHOUT ROWID;

CREATE TABLE races (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2199),
    round INTEGER NOT NULL CHECK (round >= 1),
    name TEXT NOT NULL CHECK (name <> ''),
    circuit TEXT NOT NULL CHECK (circuit <> ''),
    event_date TEXT NOT NULL CHECK (event_date IS strftime('%Y-%m-%d', event_date)),
    start_time TEXT CHECK (start_time IS strftime('%Y-%m-%dT%H:%M:%SZ', start_time) AND substr(start_time, 1, 10) = event_date),
    qualifying_time TEXT CHECK (qualifying_time IS strftime('%Y-%m-%dT%H:%M:%SZ', qualifying_time)),
    sprint_time TEXT CHECK (sprint_time IS strftime('%Y-%m-%dT%H:%M:%SZ', sprint_time)),
    sprint_date TEXT CHECK (sprint_date IS strftime('%Y-%m-%d', sprint_date)),
    laps INTEGER CHECK (laps >= 1),
    course_km REAL CHECK (course_km > 0),
    street_circuit INTEGER CHECK (street_circuit IN (0, 1)),
    country TEXT NOT NULL,
    source_id TEXT, -- "season/round" as the source numbers it now; NULL once it has dropped the race
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'completed', 'cancelled')),
    UNIQUE (year, circuit, event_date)
) STRICT;

CREATE TABLE qualifying_results (
    race_id INTEGER NOT NULL REFERENCES races (id),
    driver TEXT NOT NULL CHECK (driver <> ''),
    team TEXT NOT NULL,
    number INTEGER CHECK (number >= 0),
    position INTEGER CHECK (position >= 1),
    q1_ms INTEGER CHECK (q1_ms > 0),
    q2_ms INTEGER CHECK (q2_ms > 0),
    q3_ms INTEGER CHECK (q3_ms > 0),
    fetched_at TEXT CHECK (fetched_at IS strftime('%Y-%m-%dT%H:%M:%SZ', fetched_at)), -- NULL: bundled history
    PRIMARY KEY (race_id, driver)
) STRICT, WITHOUT ROWID;

CREATE TABLE sprint_results (
    race_id INTEGER NOT NULL REFERENCES races (id),
    driver TEXT NOT NULL CHECK (driver <> ''),
    team TEXT NOT NULL,
    position INTEGER CHECK (position >= 1),
    points REAL CHECK (points >= 0),
    fetched_at TEXT CHECK (fetched_at IS strftime('%Y-%m-%dT%H:%M:%SZ', fetched_at)), -- NULL: bundled history
    PRIMARY KEY (race_id, driver)
) STRICT, WITHOUT ROWID;

CREATE TABLE manual_grids (
    race_id INTEGER NOT NULL REFERENCES races (id),
    driver TEXT NOT NULL CHECK (driver <> ''),
    grid INTEGER NOT NULL CHECK (grid >= 0), -- 0: pit lane
    entered_at TEXT NOT NULL CHECK (entered_at IS strftime('%Y-%m-%dT%H:%M:%SZ', entered_at)),
    PRIMARY KEY (race_id, driver)
) STRICT, WITHOUT ROWID;

CREATE TABLE race_results (
    id INTEGER PRIMARY KEY,
    race_id INTEGER NOT NULL REFERENCES races (id),
    driver TEXT NOT NULL CHECK (driver <> ''),
    team TEXT NOT NULL,
    number INTEGER CHECK (number >= 0),
    position INTEGER NOT NULL CHECK (position >= 1),
    classification TEXT NOT NULL CHECK (classification IN ('classified', 'retired', 'not_classified', 'disqualified', 'did_not_start', 'did_not_qualify', 'excluded')),
    classified INTEGER NOT NULL CHECK (classified = (classification = 'classified')),
    status TEXT NOT NULL,
    laps INTEGER CHECK (laps >= 0),
    time REAL CHECK (time > 0), -- seconds in total; NULL off the lead lap
    points REAL NOT NULL CHECK (points >= 0),
    grid INTEGER CHECK (grid >= 0), -- 0: pit lane or none
    revision INTEGER NOT NULL CHECK (revision >= 1),
    fetched_at TEXT NOT NULL CHECK (fetched_at IS strftime('%Y-%m-%dT%H:%M:%SZ', fetched_at)),
    source TEXT NOT NULL CHECK (source <> ''),
    UNIQUE (race_id, revision, position),
    UNIQUE (race_id, revision, driver)
) STRICT;

-- Ids count from 1 without a gap, and an entry's id follows from its prediction and position: so they too can be
-- verified. UNIQUE (previous_hash) keeps the chain from forking; UNIQUE (race_id, kind) is one live and one
-- retrospective prediction per race.
CREATE TABLE predictions (
    id INTEGER PRIMARY KEY CHECK (id >= 1),
    race_id INTEGER NOT NULL REFERENCES races (id),
    kind TEXT NOT NULL CHECK (kind IN ('live', 'retrospective')),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    freeze_policy TEXT NOT NULL CHECK (freeze_policy IN ('post_qualifying', 't-minus')),
    snapshot_ts TEXT NOT NULL CHECK (snapshot_ts IS strftime('%Y-%m-%dT%H:%M:%SZ', snapshot_ts)),
    session_type TEXT NOT NULL CHECK (session_type IN ('Q', 'R')),
    fastf1_version TEXT NOT NULL,
    cache_path TEXT NOT NULL,
    confidence_level TEXT NOT NULL CHECK (confidence_level IN ('LOW', 'MEDIUM', 'HIGH')),
    confidence_score REAL NOT NULL CHECK (confidence_score BETWEEN 0 AND 1),
    feature_coverage REAL NOT NULL CHECK (feature_coverage BETWEEN 0 AND 1),
    num_imputed INTEGER NOT NULL CHECK (num_imputed >= 0),
    status TEXT NOT NULL CHECK (status = 'frozen'),
    model_version TEXT NOT NULL CHECK (model_version <> ''),
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
    previous_hash TEXT NOT NULL UNIQUE CHECK (length(previous_hash) = 64 AND previous_hash NOT GLOB '*[^0-9a-f]*'),
    hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    UNIQUE (race_id, kind)
) STRICT;

CREATE TABLE prediction_entries (
    id INTEGER PRIMARY KEY CHECK (id = prediction_id * 1000 + predicted_position),
    prediction_id INTEGER NOT NULL REFERENCES predictions (id),
    driver TEXT NOT NULL CHECK (driver <> ''),
    team TEXT NOT NULL,
    predicted_position INTEGER NOT NULL CHECK (predicted_position BETWEEN 1 AND 999),
    predicted_race_time REAL NOT NULL CHECK (predicted_race_time > 0),
    gap REAL NOT NULL CHECK (gap >= 0),
    uncertainty REAL NOT NULL CHECK (uncertainty >= 0),
    gap_low REAL NOT NULL,
    gap_high REAL NOT NULL CHECK (gap_high >= gap_low),
    p_win REAL NOT NULL CHECK (p_win BETWEEN 0 AND 1),
    p_podium REAL NOT NULL CHECK (p_podium BETWEEN 0 AND 1),
    p_points REAL NOT NULL CHECK (p_points BETWEEN 0 AND 1),
    p_retire REAL NOT NULL CHECK (p_retire BETWEEN 0 AND 1),
    position_low INTEGER NOT NULL CHECK (position_low >= 1),
    position_high INTEGER NOT NULL CHECK (position_high >= position_low),
    UNIQUE (prediction_id, driver)
) STRICT;

CREATE TABLE evaluation_metrics (
    id INTEGER PRIMARY KEY,
    race_id INTEGER NOT NULL REFERENCES races (id),
    prediction_id INTEGER NOT NULL REFERENCES predictions (id),
    result_revision INTEGER NOT NULL CHECK (result_revision >= 1),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    starters INTEGER NOT NULL CHECK (starters >= 1),
    position_mae REAL NOT NULL CHECK (position_mae >= 0),
    position_mae_classified REAL CHECK (position_mae_classified >= 0),
    time_mae_seconds REAL CHECK (time_mae_seconds >= 0),
    gap_mae_seconds REAL CHECK (gap_mae_seconds >= 0),
    winner_correct INTEGER NOT NULL CHECK (winner_correct IN (0, 1)),
    podium_accuracy REAL NOT NULL CHECK (podium_accuracy BETWEEN 0 AND 1),
    podium_exact_order REAL NOT NULL CHECK (podium_exact_order BETWEEN 0 AND 1),
    points_overlap REAL NOT NULL CHECK (points_overlap BETWEEN 0 AND 1),
    spearman REAL CHECK (spearman BETWEEN -1.000001 AND 1.000001),
    kendall REAL CHECK (kendall BETWEEN -1.000001 AND 1.000001),
    win_brier REAL CHECK (win_brier BETWEEN 0 AND 1),
    podium_brier REAL CHECK (podium_brier BETWEEN 0 AND 1),
    points_brier REAL CHECK (points_brier BETWEEN 0 AND 1),
    winner_log_loss REAL CHECK (winner_log_loss >= 0),
    rps REAL CHECK (rps BETWEEN 0 AND 1),
    coverage_50 REAL CHECK (coverage_50 BETWEEN 0 AND 1),
    coverage_80 REAL CHECK (coverage_80 BETWEEN 0 AND 1),
    coverage_90 REAL CHECK (coverage_90 BETWEEN 0 AND 1),
    confidence_score REAL NOT NULL CHECK (confidence_score BETWEEN 0 AND 1),
    calibration_error REAL NOT NULL CHECK (calibration_error BETWEEN -1 AND 1),
    baselines TEXT NOT NULL CHECK (json_valid(baselines)),
    UNIQUE (prediction_id, result_revision)
) STRICT;
CREATE INDEX evaluation_metrics_by_race ON evaluation_metrics (race_id);

CREATE TABLE program_state (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is frozen stays. UPDATE and DELETE are refused outright. The INSERT triggers also refuse what INSERT OR
-- REPLACE would do, which deletes rows without firing a DELETE trigger, and rows added to something complete.

CREATE TRIGGER predictions_no_update BEFORE UPDATE ON predictions
BEGIN SELECT RAISE(ABORT, 'a frozen prediction is never changed'); END;
CREATE TRIGGER predictions_no_delete BEFORE DELETE ON predictions
BEGIN SELECT RAISE(ABORT, 'a frozen prediction is never deleted'); END;
CREATE TRIGGER predictions_append_only BEFORE INSERT ON predictions
BEGIN
    SELECT RAISE(ABORT, 'the race already has a prediction of this kind')
    WHERE EXISTS (SELECT 1 FROM predictions WHERE race_id = NEW.race_id AND kind = NEW.kind);
    SELECT RAISE(ABORT, 'a prediction follows the newest one of the ledger')
    WHERE NEW.id <> coalesce((SELECT max(id) FROM predictions), 0) + 1
        OR NEW.previous_hash <> coalesce((SELECT hash FROM predictions ORDER BY id DESC LIMIT 1), printf('%064d', 0));
END;

CREATE TRIGGER prediction_entries_no_update BEFORE UPDATE ON prediction_entries
BEGIN SELECT RAISE(ABORT, 'an entry of a frozen prediction is never changed'); END;
CREATE TRIGGER prediction_entries_no_delete BEFORE DELETE ON prediction_entries
BEGIN SELECT RAISE(ABORT, 'an entry of a frozen prediction is never deleted'); END;
CREATE TRIGGER prediction_entries_append_only BEFORE INSERT ON prediction_entries
BEGIN
    SELECT RAISE(ABORT, 'entries belong to the newest prediction')
    WHERE NEW.prediction_id <> (SELECT max(id) FROM predictions);
    SELECT RAISE(ABORT, 'the prediction already has this entry')
    WHERE EXISTS (SELECT 1 FROM prediction_entries
                  WHERE id = NEW.id OR (prediction_id = NEW.prediction_id AND driver = NEW.driver));
END;

CREATE TRIGGER race_results_no_update BEFORE UPDATE ON race_results
BEGIN SELECT RAISE(ABORT, 'a revision of a result is never changed'); END;
CREATE TRIGGER race_results_no_delete BEFORE DELETE ON race_results
BEGIN SELECT RAISE(ABORT, 'a revision of a result is never deleted'); END;
CREATE TRIGGER race_results_append_only BEFORE INSERT ON race_results
BEGIN
    SELECT RAISE(ABORT, 'a revision of a result is never changed')
    WHERE EXISTS (SELECT 1 FROM race_results WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM race_results
                   WHERE race_id = NEW.race_id AND revision = NEW.revision AND driver = NEW.driver)
        OR EXISTS (SELECT 1 FROM race_results
                   WHERE race_id = NEW.race_id AND revision = NEW.revision AND position = NEW.position)
        OR NEW.revision < (SELECT max(revision) FROM race_results WHERE race_id = NEW.race_id);
END;

CREATE TRIGGER evaluation_metrics_no_update BEFORE UPDATE ON evaluation_metrics
BEGIN SELECT RAISE(ABORT, 'an evaluation is never changed'); END;
CREATE TRIGGER evaluation_metrics_no_delete BEFORE DELETE ON evaluation_metrics
BEGIN SELECT RAISE(ABORT, 'an evaluation is never deleted'); END;
CREATE TRIGGER evaluation_metrics_append_only BEFORE INSERT ON evaluation_metrics
BEGIN
    SELECT RAISE(ABORT, 'an evaluation is never changed')
    WHERE EXISTS (SELECT 1 FROM evaluation_metrics
                  WHERE id = NEW.id
                     OR (prediction_id = NEW.prediction_id AND result_revision = NEW.result_revision));
    SELECT RAISE(ABORT, 'an evaluation is of the race that was predicted')
    WHERE NEW.race_id <> (SELECT race_id FROM predictions WHERE id = NEW.prediction_id);
END;
