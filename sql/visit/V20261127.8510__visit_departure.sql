-- When the member set out, and by when the resident can expect them.
ALTER TABLE visit
    ADD COLUMN departed_at DATETIME(6) NULL COMMENT 'when the member said that they set out',
    ADD COLUMN expected_at DATETIME(6) NULL COMMENT 'when they expect to be at the door';
