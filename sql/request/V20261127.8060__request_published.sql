-- What the public and other platforms read: by the day it came, by category, and by when something last happened. Other platforms may describe a
-- matter in 4,000 characters (GeoReport v2).
ALTER TABLE request
    MODIFY description VARCHAR(4000) NOT NULL,
    ADD COLUMN updated_at DATETIME(6) GENERATED ALWAYS AS
        (CASE WHEN answered_at IS NOT NULL AND status NOT IN ('SUBMITTED', 'ASSIGNED', 'HANDLING') THEN answered_at ELSE moved_at END) VIRTUAL
        COMMENT 'as the public sees it: once closed, when it was closed',
    ADD KEY published (submitted_at, id),
    ADD KEY published_by_category (category, submitted_at, id),
    ADD KEY published_by_update (updated_at, id);

ALTER TABLE request_entry
    ADD KEY by_time (happened_at, id);
