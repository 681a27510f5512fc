-- Signatures of time-stamping authorities (RFC 3161) over hashes of the ledger, as they were received, and a way
-- from a hash to its record.

CREATE TABLE ledger_stamps (
    hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    authority TEXT NOT NULL, -- name on the signer's certificate
    stamped_at TEXT NOT NULL CHECK (stamped_at IS strftime('%Y-%m-%dT%H:%M:%SZ', stamped_at)),
    token BLOB NOT NULL CHECK (length(token) > 0), -- DER
    PRIMARY KEY (hash, authority)
) STRICT;

CREATE INDEX predictions_by_hash ON predictions (hash);

CREATE TRIGGER ledger_stamps_no_update BEFORE UPDATE ON ledger_stamps
BEGIN SELECT RAISE(ABORT, 'a stamp is never changed'); END;
CREATE TRIGGER ledger_stamps_no_delete BEFORE DELETE ON ledger_stamps
BEGIN SELECT RAISE(ABORT, 'a stamp is never deleted'); END;
CREATE TRIGGER ledger_stamps_append_only BEFORE INSERT ON ledger_stamps
BEGIN
    SELECT RAISE(ABORT, 'a stamp is never changed')
    WHERE EXISTS (SELECT 1 FROM ledger_stamps WHERE hash = NEW.hash AND authority = NEW.authority);
END;
