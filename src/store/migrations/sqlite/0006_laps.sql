-- A prediction says how likely a driver is to be lapped, and gives no times where the model has none (a sprint). An
-- evaluation has the scores that count lapped cars, and that of the order within teams.

ALTER TABLE evaluation_metrics ADD COLUMN time_mae_seconds_not_stopped REAL CHECK (time_mae_seconds_not_stopped >= 0);
ALTER TABLE evaluation_metrics ADD COLUMN gap_distance_seconds REAL CHECK (gap_distance_seconds >= 0);
ALTER TABLE evaluation_metrics ADD COLUMN gap_coverage_80 REAL CHECK (gap_coverage_80 BETWEEN 0 AND 1);
ALTER TABLE evaluation_metrics ADD COLUMN lapped_brier REAL CHECK (lapped_brier BETWEEN 0 AND 1);
ALTER TABLE evaluation_metrics ADD COLUMN teammates_log_loss REAL CHECK (teammates_log_loss >= 0);

-- SQLite cannot change a constraint in its place: the entries move into a table that allows it.
CREATE TABLE prediction_entries_with_laps (
    id INTEGER PRIMARY KEY CHECK (id = prediction_id * 1000 + predicted_position),
    prediction_id INTEGER NOT NULL REFERENCES predictions (id),
    driver TEXT NOT NULL CHECK (driver <> ''),
    team TEXT NOT NULL,
    predicted_position INTEGER NOT NULL CHECK (predicted_position BETWEEN 1 AND 999),
    predicted_race_time REAL CHECK (predicted_race_time > 0),
    gap REAL CHECK (gap >= 0),
    uncertainty REAL CHECK (uncertainty >= 0),
    gap_low REAL,
    gap_high REAL CHECK (gap_high >= gap_low),
    p_win REAL NOT NULL CHECK (p_win BETWEEN 0 AND 1),
    p_podium REAL NOT NULL CHECK (p_podium BETWEEN 0 AND 1),
    p_points REAL NOT NULL CHECK (p_points BETWEEN 0 AND 1),
    p_retire REAL NOT NULL CHECK (p_retire BETWEEN 0 AND 1),
    position_low INTEGER NOT NULL CHECK (position_low >= 1),
    position_high INTEGER NOT NULL CHECK (position_high >= position_low),
    p_lapped REAL CHECK (p_lapped BETWEEN 0 AND 1),
    UNIQUE (prediction_id, driver),
    CONSTRAINT prediction_entries_all_times_or_none CHECK (
        (predicted_race_time IS NULL) = (gap IS NULL) AND (gap IS NULL) = (uncertainty IS NULL)
        AND (gap IS NULL) = (gap_low IS NULL) AND (gap IS NULL) = (gap_high IS NULL))
) STRICT;
INSERT INTO prediction_entries_with_laps SELECT *, NULL FROM prediction_entries ORDER BY id;
DROP TABLE prediction_entries;
ALTER TABLE prediction_entries_with_laps RENAME TO prediction_entries;

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
