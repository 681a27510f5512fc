-- A record says in which shape it was stored; those of before are of shape 1. New evaluations hold what the track
-- record needs of each starter.

ALTER TABLE predictions ADD COLUMN format INTEGER NOT NULL DEFAULT 1 CHECK (format >= 1);
ALTER TABLE evaluation_metrics ADD COLUMN drivers TEXT CHECK (drivers IS NULL OR json_valid(drivers));
