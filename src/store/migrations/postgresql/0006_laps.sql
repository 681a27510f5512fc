-- A prediction says how likely a driver is to be lapped, and gives no times where the model has none (a sprint). An
-- evaluation has the scores that count lapped cars, and that of the order within teams.

ALTER TABLE evaluation_metrics ADD COLUMN time_mae_seconds_not_stopped real_number CHECK (time_mae_seconds_not_stopped >= 0);
ALTER TABLE evaluation_metrics ADD COLUMN gap_distance_seconds real_number CHECK (gap_distance_seconds >= 0);
ALTER TABLE evaluation_metrics ADD COLUMN gap_coverage_80 real_number CHECK (gap_coverage_80 BETWEEN 0 AND 1);
ALTER TABLE evaluation_metrics ADD COLUMN lapped_brier real_number CHECK (lapped_brier BETWEEN 0 AND 1);
ALTER TABLE evaluation_metrics ADD COLUMN teammates_log_loss real_number CHECK (teammates_log_loss >= 0);

ALTER TABLE prediction_entries ALTER COLUMN predicted_race_time DROP NOT NULL;
ALTER TABLE prediction_entries ALTER COLUMN gap DROP NOT NULL;
ALTER TABLE prediction_entries ALTER COLUMN uncertainty DROP NOT NULL;
ALTER TABLE prediction_entries ALTER COLUMN gap_low DROP NOT NULL;
ALTER TABLE prediction_entries ALTER COLUMN gap_high DROP NOT NULL;
ALTER TABLE prediction_entries ADD COLUMN p_lapped real_number CHECK (p_lapped BETWEEN 0 AND 1);
ALTER TABLE prediction_entries ADD CONSTRAINT prediction_entries_all_times_or_none CHECK (
    (predicted_race_time IS NULL) = (gap IS NULL) AND (gap IS NULL) = (uncertainty IS NULL)
    AND (gap IS NULL) = (gap_low IS NULL) AND (gap IS NULL) = (gap_high IS NULL));
