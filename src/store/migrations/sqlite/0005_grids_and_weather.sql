-- Starting grids as they were published before the start, and the weather: every state that was seen. Grids typed in
-- stay in manual_grids: they can be taken back.
CREATE TABLE starting_grids (
    id INTEGER PRIMARY KEY,
    race_id INTEGER NOT NULL REFERENCES races (id),
    session TEXT NOT NULL CHECK (session IN ('race', 'sprint')),
    driver TEXT NOT NULL CHECK (driver <> ''),
    position INTEGER NOT NULL CHECK (position >= 0), -- 0: pit lane
    source TEXT NOT NULL CHECK (source <> ''),
    fetched_at TEXT NOT NULL CHECK (fetched_at IS strftime('%Y-%m-%dT%H:%M:%SZ', fetched_at)),
    UNIQUE (race_id, session, source, fetched_at, driver)
) STRICT;
CREATE UNIQUE INDEX starting_grids_places ON starting_grids (race_id, session, source, fetched_at, position) WHERE position > 0;

CREATE TRIGGER starting_grids_no_update BEFORE UPDATE ON starting_grids
BEGIN SELECT RAISE(ABORT, 'a starting grid is never changed'); END;
CREATE TRIGGER starting_grids_no_delete BEFORE DELETE ON starting_grids
BEGIN SELECT RAISE(ABORT, 'a starting grid is never deleted'); END;
CREATE TRIGGER starting_grids_append_only BEFORE INSERT ON starting_grids
BEGIN
    SELECT RAISE(ABORT, 'a starting grid is never changed')
    WHERE EXISTS (SELECT 1 FROM starting_grids WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM starting_grids
                   WHERE race_id = NEW.race_id AND session = NEW.session AND source = NEW.source
                     AND fetched_at = NEW.fetched_at
                     AND (driver = NEW.driver OR (position = NEW.position AND position > 0)))
        OR NEW.fetched_at < (SELECT max(fetched_at) FROM starting_grids
                             WHERE race_id = NEW.race_id AND session = NEW.session AND source = NEW.source);
END;

CREATE TABLE weather (
    id INTEGER PRIMARY KEY,
    race_id INTEGER NOT NULL REFERENCES races (id),
    session TEXT NOT NULL CHECK (session IN ('race', 'sprint')),
    hour TEXT NOT NULL CHECK (hour IS strftime('%Y-%m-%dT%H:00:00Z', hour)),
    rain_chance REAL CHECK (rain_chance BETWEEN 0 AND 100), -- percent; of a forecast
    rain REAL CHECK (rain >= 0), -- mm in the hour; of a forecast
    rain_share REAL CHECK (rain_share BETWEEN 0 AND 1), -- of the readings; measured
    temperature REAL CHECK (temperature BETWEEN -100 AND 100), -- of the air, degrees Celsius
    wind REAL CHECK (wind >= 0), -- m/s
    source TEXT NOT NULL CHECK (source <> ''),
    fetched_at TEXT NOT NULL CHECK (fetched_at IS strftime('%Y-%m-%dT%H:%M:%SZ', fetched_at)),
    UNIQUE (race_id, session, source, fetched_at, hour)
) STRICT;

CREATE TRIGGER weather_no_update BEFORE UPDATE ON weather
BEGIN SELECT RAISE(ABORT, 'weather that was told is never changed'); END;
CREATE TRIGGER weather_no_delete BEFORE DELETE ON weather
BEGIN SELECT RAISE(ABORT, 'weather that was told is never deleted'); END;
CREATE TRIGGER weather_append_only BEFORE INSERT ON weather
BEGIN
    SELECT RAISE(ABORT, 'weather that was told is never changed')
    WHERE EXISTS (SELECT 1 FROM weather WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM weather
                   WHERE race_id = NEW.race_id AND session = NEW.session AND source = NEW.source
                     AND fetched_at = NEW.fetched_at AND hour = NEW.hour)
        OR NEW.fetched_at < (SELECT max(fetched_at) FROM weather
                             WHERE race_id = NEW.race_id AND session = NEW.session AND source = NEW.source);
END;
