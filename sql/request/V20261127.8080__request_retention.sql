-- What has long been closed and still names somebody is found without reading the rest.
ALTER TABLE request
    ADD COLUMN named_until_closed_at DATETIME(6) GENERATED ALWAYS AS (CASE WHEN reporter_resident_id IS NOT NULL
        AND status IN ('ANSWERED', 'EVALUATED', 'WITHDRAWN', 'REJECTED') THEN moved_at END) VIRTUAL
        COMMENT 'null while it is open, and once nobody is named',
    ADD KEY closed_with_name (named_until_closed_at);
