-- A session is part of the address of what is predicted, typed in and stored of a result: the Grand Prix, or the sprint.

-- The result of a sprint is kept as that of a race is, in revisions. The rows of before said too little to become one
-- (no classification, no laps, no times); nothing was shown or judged by them. The bundled history brings those of the
-- past anew, and the source the others: seasons that counted as complete are asked for once more.
DROP TABLE sprint_results;
CREATE TABLE sprint_results (
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

CREATE TRIGGER sprint_results_no_update BEFORE UPDATE ON sprint_results
BEGIN SELECT RAISE(ABORT, 'a revision of a result is never changed'); END;
CREATE TRIGGER sprint_results_no_delete BEFORE DELETE ON sprint_results
BEGIN SELECT RAISE(ABORT, 'a revision of a result is never deleted'); END;
CREATE TRIGGER sprint_results_append_only BEFORE INSERT ON sprint_results
BEGIN
    SELECT RAISE(ABORT, 'a revision of a result is never changed')
    WHERE EXISTS (SELECT 1 FROM sprint_results WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM sprint_results
                   WHERE race_id = NEW.race_id AND revision = NEW.revision AND driver = NEW.driver)
        OR EXISTS (SELECT 1 FROM sprint_results
                   WHERE race_id = NEW.race_id AND revision = NEW.revision AND position = NEW.position)
        OR NEW.revision < (SELECT max(revision) FROM sprint_results WHERE race_id = NEW.race_id);
END;

DELETE FROM program_state WHERE key = 'history_edition' OR key LIKE 'season_final:%';

CREATE TABLE manual_grids_by_session (
    race_id INTEGER NOT NULL REFERENCES races (id),
    session TEXT NOT NULL CHECK (session IN ('race', 'sprint')),
    driver TEXT NOT NULL CHECK (driver <> ''),
    grid INTEGER NOT NULL CHECK (grid >= 0), -- 0: pit lane
    entered_at TEXT NOT NULL CHECK (entered_at IS strftime('%Y-%m-%dT%H:%M:%SZ', entered_at)),
    PRIMARY KEY (race_id, session, driver)
) STRICT, WITHOUT ROWID;
INSERT INTO manual_grids_by_session SELECT race_id, 'race', driver, grid, entered_at FROM manual_grids;
DROP TABLE manual_grids;
ALTER TABLE manual_grids_by_session RENAME TO manual_grids;

-- SQLite cannot change a constraint in its place: the ledger moves, row by row, into a table that allows one prediction
-- of each kind per session. The triggers that look at it are made anew behind it.
DROP TRIGGER prediction_entries_append_only;
DROP TRIGGER evaluation_metrics_append_only;
CREATE TABLE predictions_by_session (
    id INTEGER PRIMARY KEY CHECK (id >= 1),
    race_id INTEGER NOT NULL REFERENCES races (id),
    kind TEXT NOT NULL CHECK (kind IN ('live', 'retrospective')),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    freeze_policy TEXT NOT NULL CHECK (freeze_policy IN ('post_qualifying', 't-minus')),
    snapshot_ts TEXT NOT NULL CHECK (snapshot_ts IS strftime('%Y-%m-%dT%H:%M:%SZ', snapshot_ts)),
    session_type TEXT NOT NULL CHECK (session_type IN ('Q', 'R', 'SQ', 'S')),
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
    format INTEGER NOT NULL DEFAULT 1 CHECK (format >= 1),
    session TEXT NOT NULL DEFAULT 'race' CHECK (session IN ('race', 'sprint')),
    UNIQUE (race_id, session, kind)
) STRICT;
INSERT INTO predictions_by_session SELECT *, 'race' FROM predictions ORDER BY id;
DROP TABLE predictions;
ALTER TABLE predictions_by_session RENAME TO predictions;
CREATE INDEX predictions_by_hash ON predictions (hash);

CREATE TRIGGER predictions_no_update BEFORE UPDATE ON predictions
BEGIN SELECT RAISE(ABORT, 'a frozen prediction is never changed'); END;
CREATE TRIGGER predictions_no_delete BEFORE DELETE ON predictions
BEGIN SELECT RAISE(ABORT, 'a frozen prediction is never deleted'); END;
CREATE TRIGGER predictions_append_only BEFORE INSERT ON predictions
BEGIN
    SELECT RAISE(ABORT, 'the session already has a prediction of this kind')
    WHERE EXISTS (SELECT 1 FROM predictions WHERE race_id = NEW.race_id AND session = NEW.session AND kind = NEW.kind);
    SELECT RAISE(ABORT, 'a prediction follows the newest one of the ledger')
    WHERE NEW.id <> coalesce((SELECT max(id) FROM predictions), 0) + 1
        OR NEW.previous_hash <> coalesce((SELECT hash FROM predictions ORDER BY id DESC LIMIT 1), printf('%064d', 0));
END;

CREATE TRIGGER prediction_entries_append_only BEFORE INSERT ON prediction_entries
BEGIN
    SELECT RAISE(ABORT, 'entries belong to the newest prediction')
    WHERE NEW.prediction_id <> (SELECT max(id) FROM predictions);
    SELECT RAISE(ABORT, 'the prediction already has this entry')
    WHERE EXISTS (SELECT 1 FROM prediction_entries
                  WHERE id = NEW.id OR (prediction_id = NEW.prediction_id AND driver = NEW.driver));
END;

CREATE TRIGGER evaluation_metrics_append_only BEFORE INSERT ON evaluation_metrics
BEGIN
    SELECT RAISE(ABORT, 'an evaluation is never changed')
    WHERE EXISTS (SELECT 1 FROM evaluation_metrics
                  WHERE id = NEW.id
                     OR (prediction_id = NEW.prediction_id AND result_revision = NEW.result_revision));
    SELECT RAISE(ABORT, 'an evaluation is of the race that was predicted')
    WHERE NEW.race_id <> (SELECT race_id FROM predictions WHERE id = NEW.prediction_id);
END;
