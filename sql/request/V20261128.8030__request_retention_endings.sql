-- What was closed unrated or merged into another names somebody as long as any other closed request.
ALTER TABLE request
    DROP KEY closed_with_name,
    DROP COLUMN named_until_closed_at;
ALTER TABLE request
    ADD COLUMN named_until_closed_at DATETIME(6) GENERATED ALWAYS AS (CASE WHEN reporter_resident_id IS NOT NULL
        AND status IN ('ANSWERED', 'EVALUATED', 'UNRATED', 'MERGED', 'WITHDRAWN', 'REJECTED') THEN moved_at END) VIRTUAL
        COMMENT 'null while it is open, and once nobody is named',
    ADD KEY closed_with_name (named_until_closed_at);
