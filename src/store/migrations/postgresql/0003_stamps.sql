-- Signatures of time-stamping authorities (RFC 3161) over hashes of the ledger, as they were received, and a way
-- from a hash to its record.

CREATE TABLE ledger_stamps (
    hash text COLLATE "C" NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    authority text COLLATE "C" NOT NULL, -- name on the signer's certificate
    stamped_at utc_time NOT NULL,
    token bytea NOT NULL CHECK (length(token) > 0), -- DER
    PRIMARY KEY (hash, authority)
);

CREATE INDEX predictions_by_hash ON predictions (hash);

CREATE TRIGGER ledger_stamps_no_update BEFORE UPDATE ON ledger_stamps
    EXECUTE FUNCTION refuse('a stamp is never changed');
CREATE TRIGGER ledger_stamps_no_delete BEFORE DELETE OR TRUNCATE ON ledger_stamps
    EXECUTE FUNCTION refuse('a stamp is never deleted');
