-- A picture that a case needs outlives the account of whoever took it.
ALTER TABLE photo
    MODIFY owner_resident_id BIGINT NULL COMMENT 'who uploaded it; null: they left',
    ADD KEY of_owner (owner_resident_id);
