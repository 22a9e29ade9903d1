-- What the public asks of a place, and of what is open, is read by index however much there is. of_period said the same as published.
ALTER TABLE request
    ADD COLUMN place_cell BIGINT GENERATED ALWAYS AS (
        CASE WHEN latitude IS NOT NULL AND longitude IS NOT NULL
             THEN CAST(FLOOR(latitude * 200) AS SIGNED) * 100000 + CAST(FLOOR(longitude * 200) AS SIGNED) END) VIRTUAL
        COMMENT 'where it lies, open or closed, in the squares of near_cell',
    ADD COLUMN open_since DATETIME(6) GENERATED ALWAYS AS (CASE WHEN status IN ('SUBMITTED', 'ASSIGNED', 'HANDLING') THEN submitted_at END) VIRTUAL
        COMMENT 'null once closed',
    ADD KEY published_by_place (place_cell, submitted_at),
    ADD KEY published_open (open_since),
    DROP KEY of_period;

-- Drafts that are over are forgotten by age, without reading those that are not.
ALTER TABLE request_draft
    ADD KEY draft_age (expires_at);
